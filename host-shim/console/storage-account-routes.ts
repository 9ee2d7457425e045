import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { AdministratorSession } from './administrator-session.ts';
import { ConsoleProblem } from './console-problem.ts';
import type { ConsoleStores } from './console-stores.ts';
import { ListQuery, listPage } from './list-page.ts';
import { STORAGE_TYPES } from './storage-types.ts';
import { IdParameters, isId, requiredText } from './text-field.ts';

const Destination = Type.Object({ id: Type.String(), name: Type.String() });

const StorageAccount = Type.Object({
  id: Type.String(),
  name: Type.String(),
  type: Type.String(),
  destinations: Type.Array(Destination),
});

const NewDestination = Type.Object(
  { name: requiredText(255) },
  { additionalProperties: false, description: 'an object with a name' },
);

const NewStorageAccount = Type.Object(
  {
    name: requiredText(255),
    type: Type.Enum([...STORAGE_TYPES], { description: `one of ${STORAGE_TYPES.join(', ')}` }),
    destinations: Type.Optional(
      Type.Array(NewDestination, { maxItems: 100, description: 'a list of at most 100 objects with a name' }),
    ),
  },
  { additionalProperties: false },
);

export function storageAccountRoutes(parts: {
  readonly session: AdministratorSession;
  readonly storageAccounts: ConsoleStores['storageAccounts'];
}): FastifyPluginAsyncTypebox {
  const { session, storageAccounts } = parts;
  return (app) => {
    app.get(
      '/console/storage-accounts',
      { schema: { querystring: ListQuery, response: { 200: listPage(StorageAccount) } } },
      async (request) => {
        const { tenantId } = await session.require(request);
        return storageAccounts.list(tenantId, request.query);
      },
    );

    app.post(
      '/console/storage-accounts',
      { schema: { body: NewStorageAccount, response: { 201: StorageAccount } } },
      async (request, reply) => {
        const { tenantId } = await session.require(request);
        const { name, type, destinations = [] } = request.body;
        const names = destinations.map((destination) => destination.name);
        const account = await storageAccounts.add(tenantId, { name, type, destinations: names });
        return reply.code(201).send(account);
      },
    );

    app.post(
      '/console/storage-accounts/:id/destinations',
      { schema: { params: IdParameters, body: NewDestination, response: { 201: Destination } } },
      async (request, reply) => {
        const { tenantId } = await session.require(request);
        const { id } = request.params;
        const added = isId(id) ? await storageAccounts.addDestination(tenantId, id, request.body.name) : null;
        if (added === null) throw new ConsoleProblem('not_found', 'No storage account has this id.');
        return reply.code(201).send(added);
      },
    );
    return Promise.resolve();
  };
}

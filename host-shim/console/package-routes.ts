import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { AdministratorSession } from './administrator-session.ts';
import { ConsoleProblem } from './console-problem.ts';
import type { ConsoleStores } from './console-stores.ts';
import { ListQuery, listPage } from './list-page.ts';
import { IdParameters, isId, optionalSwitch, requiredText } from './text-field.ts';

const Package = Type.Object({
  id: Type.String(),
  name: Type.String(),
  storageLimitGb: Type.Union([Type.Number(), Type.Null()]),
  enabled: Type.Boolean(),
});

const storageLimitGb = Type.Number({
  exclusiveMinimum: 0,
  maximum: 1_000_000_000,
  description: 'a number of GB above 0 and at most 1000000000',
});

const NewPackage = Type.Object(
  { name: requiredText(255), storageLimitGb, enabled: optionalSwitch() },
  { additionalProperties: false },
);

const PackageChange = Type.Object(
  {
    name: Type.Optional(requiredText(255)),
    storageLimitGb: Type.Optional(storageLimitGb),
    enabled: optionalSwitch(),
  },
  { additionalProperties: false },
);

export function packageRoutes(parts: {
  readonly session: AdministratorSession;
  readonly packages: ConsoleStores['packages'];
}): FastifyPluginAsyncTypebox {
  const { session, packages } = parts;
  return (app) => {
    app.get(
      '/console/packages',
      { schema: { querystring: ListQuery, response: { 200: listPage(Package) } } },
      async (request) => {
        const { tenantId } = await session.require(request);
        return packages.list(tenantId, request.query);
      },
    );

    app.post(
      '/console/packages',
      { schema: { body: NewPackage, response: { 201: Package } } },
      async (request, reply) => {
        const { tenantId } = await session.require(request);
        const added = await packages.add(tenantId, { enabled: true, ...request.body });
        return reply.code(201).send(added);
      },
    );

    app.patch(
      '/console/packages/:id',
      { schema: { params: IdParameters, body: PackageChange, response: { 200: Package } } },
      async (request) => {
        const { tenantId } = await session.require(request);
        const { id } = request.params;
        const changed = isId(id) ? await packages.change(tenantId, id, request.body) : null;
        if (changed === null) throw new ConsoleProblem('not_found', 'No package has this id.');
        return changed;
      },
    );
    return Promise.resolve();
  };
}

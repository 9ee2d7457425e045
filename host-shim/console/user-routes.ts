import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { AdministratorSession } from './administrator-session.ts';
import { ConsoleProblem } from './console-problem.ts';
import type { ConsoleStores } from './console-stores.ts';
import { ListQuery, listPage } from './list-page.ts';
import { IdParameters, isId } from './text-field.ts';
import { NewUser, User, UserChange } from './user-fields.ts';

const UserPage = Type.Object({ ...listPage(User).properties, total: Type.Union([Type.Integer(), Type.Null()]) });

export function userRoutes(parts: {
  readonly session: AdministratorSession;
  readonly users: ConsoleStores['users'];
  /** Told after each write, once it is stored. */
  readonly usersChanged: (tenantId: string, userIds: readonly string[]) => Promise<void>;
}): FastifyPluginAsyncTypebox {
  const { session, users, usersChanged } = parts;
  return (app) => {
    app.get('/console/users', { schema: { querystring: ListQuery, response: { 200: UserPage } } }, async (request) => {
      const { tenantId } = await session.require(request);
      return users.list(tenantId, request.query);
    });

    app.post('/console/users', { schema: { body: NewUser, response: { 201: User } } }, async (request, reply) => {
      const { tenantId } = await session.require(request);
      const user = await users.add(tenantId, request.body);
      await usersChanged(tenantId, [user.id]);
      return reply.code(201).header('location', `/console/users/${user.id}`).send(user);
    });

    app.get('/console/users/:id', { schema: { params: IdParameters, response: { 200: User } } }, async (request) => {
      const { tenantId } = await session.require(request);
      const { id } = request.params;
      return found(isId(id) ? await users.find(tenantId, id) : null);
    });

    app.patch(
      '/console/users/:id',
      { schema: { params: IdParameters, body: UserChange, response: { 200: User } } },
      async (request) => {
        const { tenantId } = await session.require(request);
        const { id } = request.params;
        const user = found(isId(id) ? await users.change(tenantId, id, request.body) : null);
        await usersChanged(tenantId, [id]);
        return user;
      },
    );

    app.delete('/console/users/:id', { schema: { params: IdParameters } }, async (request, reply) => {
      const { tenantId } = await session.require(request);
      const { id } = request.params;
      found((isId(id) && (await users.remove(tenantId, id))) || null);
      await usersChanged(tenantId, [id]);
      return reply.code(204).send();
    });
    return Promise.resolve();
  };
}

function found<Value>(value: Value | null): Value {
  if (value === null) throw new ConsoleProblem('not_found', 'No user has this id.');
  return value;
}

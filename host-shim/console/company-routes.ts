import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { AdministratorSession } from './administrator-session.ts';
import { ConsoleProblem } from './console-problem.ts';
import type { ConsoleStores } from './console-stores.ts';
import { ListQuery, listPage } from './list-page.ts';
import { requiredText } from './text-field.ts';

const Company = Type.Object({ id: Type.String(), name: Type.String() });
const NewCompany = Type.Object({ name: requiredText(255) }, { additionalProperties: false });

export function companyRoutes(parts: {
  readonly session: AdministratorSession;
  readonly companies: ConsoleStores['companies'];
}): FastifyPluginAsyncTypebox {
  const { session, companies } = parts;
  return (app) => {
    app.get(
      '/console/companies',
      { schema: { querystring: ListQuery, response: { 200: listPage(Company) } } },
      async (request) => {
        const { tenantId } = await session.require(request);
        return companies.list(tenantId, request.query);
      },
    );

    app.post(
      '/console/companies',
      { schema: { body: NewCompany, response: { 201: Company } } },
      async (request, reply) => {
        const { tenantId } = await session.require(request);
        const company = await companies.add(tenantId, request.body.name);
        if (company === null) {
          throw new ConsoleProblem('company_exists', '"name" must be new: a company of this name exists already.', {
            field: 'name',
          });
        }
        return reply.code(201).send(company);
      },
    );
    return Promise.resolve();
  };
}

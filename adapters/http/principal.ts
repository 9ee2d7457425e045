import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Permission, Principal } from '../../core/contract/index.ts';
import { type DatabaseId, databaseId, type TenantId, tenantId } from '../../core/domain/ids.ts';
import type { BookScope } from '../../core/domain/scope.ts';
import type { RunScope } from '../../core/use-cases/find-run.ts';
import type { ViewConnection } from '../../core/use-cases/view-connection.ts';
import { RequestRefused } from './request-refused.ts';
import type { RouteParts } from './route-parts.ts';

declare module 'fastify' {
  interface FastifyRequest {
    autotaskPrincipal: Principal | null;
  }
}

/** Before the first connection there is no database, and its book is empty. */
const NO_DATABASE: DatabaseId = databaseId('none');

/** Asks the host who it is, before anything else is looked at. */
export function resolvePrincipals(app: FastifyInstance, { resolvePrincipal }: RouteParts): void {
  app.decorateRequest('autotaskPrincipal', null);
  app.addHook('onRequest', async (request) => {
    request.autotaskPrincipal = await resolvePrincipal(request);
    if (request.autotaskPrincipal === null) throw new RequestRefused('signed_out', 'Sign in to the console first.');
  });
}

export function principalOf(request: FastifyRequest): Principal {
  const principal = request.autotaskPrincipal;
  if (principal === null) throw new Error('The principal is resolved before any route');
  return principal;
}

export function tenantOf(request: FastifyRequest): TenantId {
  return tenantId(principalOf(request).tenantId);
}

export function runScopeOf(request: FastifyRequest): RunScope {
  return { tenantId: tenantOf(request), accounts: principalOf(request).accounts };
}

/** A hook that lets only principals with the permission pass. */
export function requires(permission: Permission) {
  return async (request: FastifyRequest): Promise<void> => {
    if (principalOf(request).permissions.includes(permission)) return;
    throw new RequestRefused('not_allowed', `This needs the permission ${permission}. Ask your administrator for it.`);
  };
}

/** The list of the provider's present database, as far as the principal may see it. */
export async function bookScopeOf(
  request: FastifyRequest,
  { viewConnection }: { readonly viewConnection: ViewConnection },
): Promise<BookScope> {
  const { accounts } = principalOf(request);
  const tenant = tenantOf(request);
  const connection = await viewConnection.run(tenant);
  return { tenantId: tenant, databaseId: connection.databaseId ?? NO_DATABASE, accounts };
}

import type { FastifyRequest } from 'fastify';
import type { Principal } from '../../core/contract/index.ts';

/** Who may do everything for the first provider. */
export const MANAGER: Principal = {
  id: 'manager-1',
  name: 'Mary Manager',
  tenantId: 'msp-1',
  permissions: ['psa.view', 'psa.manage'],
  accounts: 'all',
};

/** Who may only look. */
export const VIEWER: Principal = { ...MANAGER, id: 'viewer-1', name: 'Vic Viewer', permissions: ['psa.view'] };

/** Who may do everything for another provider. */
export const STRANGER: Principal = { ...MANAGER, id: 'manager-2', name: 'Sam Stranger', tenantId: 'msp-2' };

/** Who may do everything for some accounts only. */
export function clerkOf(...accounts: readonly string[]): Principal {
  return { ...MANAGER, id: 'clerk-1', name: 'Clara Clerk', accounts };
}

const HEADER = 'x-principal';

/** What a request of the principal carries; nobody's carries nothing. */
export function principalHeaders(principal: Principal | null): Record<string, string> {
  return principal === null ? {} : { [HEADER]: encodeURIComponent(JSON.stringify(principal)) };
}

/** Stands in for the host's session. */
export function principalOf({ headers }: FastifyRequest): Principal | null {
  const header = headers[HEADER];
  return typeof header === 'string' ? (JSON.parse(decodeURIComponent(header)) as Principal) : null;
}

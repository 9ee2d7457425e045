import type { FastifyRequest } from 'fastify';
import type { Principal } from '../../core/contract/index.ts';
import type { AdministratorSession } from './administrator-session.ts';

/** What the console tells a plugin about who is asking: its administrators may do everything. */
export async function principalOf(session: AdministratorSession, request: FastifyRequest): Promise<Principal | null> {
  const administrator = await session.find(request);
  if (administrator === null) return null;
  const { id, name, tenantId } = administrator;
  return { id, name, tenantId, permissions: ['psa.view', 'psa.manage'], accounts: 'all' };
}

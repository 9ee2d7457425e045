import { comparable } from './comparison.ts';
import type { DatabaseId, TenantId } from './ids.ts';

/** The company names a principal may touch. */
export type AccountScope = 'all' | readonly string[];

/** One list of contacts: a provider's, from one Autotask database. */
export interface BookKey {
  readonly tenantId: TenantId;
  readonly databaseId: DatabaseId;
}

/** The part of a list that a principal may see. */
export interface BookScope extends BookKey {
  readonly accounts: AccountScope;
}

/** Whether everything in the one scope is in the other, too. */
export function isScopeWithin(inner: AccountScope, outer: AccountScope): boolean {
  if (outer === 'all') return true;
  return inner !== 'all' && inner.every((name) => isInScope(outer, name));
}

export function isInScope(accounts: AccountScope, name: string): boolean {
  return accounts === 'all' || accounts.some((allowed) => comparable(allowed) === comparable(name));
}

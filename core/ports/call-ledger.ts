import type { TenantId } from '../domain/ids.ts';

/** Remembers how many Autotask calls were made for a provider, so that the hour's share is known after a restart too. */
export interface CallLedger {
  /** Adds calls that were made at about that time. */
  record(tenantId: TenantId, calls: { readonly at: Date; readonly count: number }): Promise<void>;

  /** How many calls were made since a moment, to the minute; never fewer than there were. */
  since(tenantId: TenantId, from: Date): Promise<number>;
}

import type { Destination } from '../domain/catalog.ts';
import type { TenantId } from '../domain/ids.ts';

/** The destinations that can be assigned. */
export interface StorageDestinations {
  /**
   * All destinations of the provider's storage accounts, by storage account and name.
   *
   * @throws `console_unavailable`
   */
  list(tenantId: TenantId): Promise<readonly Destination[]>;
}

import type { Connection } from '../domain/connection.ts';
import type { TenantId } from '../domain/ids.ts';

/** A connection with its credentials sealed; null when there are none. */
export interface StoredConnection {
  readonly connection: Connection;
  readonly sealedCredentials: string | null;
}

/** Keeps one connection per provider. */
export interface ConnectionStore {
  find(tenantId: TenantId): Promise<StoredConnection | null>;

  save(tenantId: TenantId, stored: StoredConnection): Promise<void>;

  /**
   * Notes what a check found out, as long as the credentials that were checked are still the stored ones; else
   * it does nothing, so that a slow check never brings back credentials that were replaced meanwhile.
   */
  note(tenantId: TenantId, checked: StoredConnection): Promise<void>;
}

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
}

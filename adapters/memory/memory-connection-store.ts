import type { TenantId } from '../../core/domain/ids.ts';
import type { ConnectionStore, StoredConnection } from '../../core/ports/connection-store.ts';

/** Connections in memory. */
export class MemoryConnectionStore implements ConnectionStore {
  readonly #connections = new Map<TenantId, StoredConnection>();

  find(tenantId: TenantId): Promise<StoredConnection | null> {
    const stored = this.#connections.get(tenantId);
    return Promise.resolve(stored === undefined ? null : structuredClone(stored));
  }

  save(tenantId: TenantId, stored: StoredConnection): Promise<void> {
    this.#connections.set(tenantId, structuredClone(stored));
    return Promise.resolve();
  }

  async note(tenantId: TenantId, checked: StoredConnection): Promise<void> {
    const stored = this.#connections.get(tenantId);
    if (stored?.sealedCredentials === checked.sealedCredentials) await this.save(tenantId, checked);
  }
}

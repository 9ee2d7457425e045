import type { Destination } from '../../core/domain/catalog.ts';
import { sortDestinations } from '../../core/domain/catalog-order.ts';
import type { DestinationId, TenantId } from '../../core/domain/ids.ts';
import type { StorageDestinations } from '../../core/ports/storage-destinations.ts';

/** Destinations in memory. */
export class MemoryStorageDestinations implements StorageDestinations {
  readonly #destinations = new Map<TenantId, Map<DestinationId, Destination>>();

  list(tenantId: TenantId): Promise<readonly Destination[]> {
    return Promise.resolve(sortDestinations([...(this.#destinations.get(tenantId)?.values() ?? [])]));
  }

  /** Adds or replaces a destination, as the Storage Accounts page would. */
  put(tenantId: TenantId, destination: Destination): void {
    const own = this.#destinations.get(tenantId) ?? new Map<DestinationId, Destination>();
    this.#destinations.set(tenantId, own.set(destination.id, destination));
  }

  remove(tenantId: TenantId, id: DestinationId): void {
    this.#destinations.get(tenantId)?.delete(id);
  }
}

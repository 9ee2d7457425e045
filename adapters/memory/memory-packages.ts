import type { Package } from '../../core/domain/catalog.ts';
import { sortPackages } from '../../core/domain/catalog-order.ts';
import type { PackageId, TenantId } from '../../core/domain/ids.ts';
import type { Packages } from '../../core/ports/packages.ts';

/** Packages in memory. */
export class MemoryPackages implements Packages {
  readonly #packages = new Map<TenantId, Map<PackageId, Package>>();

  list(tenantId: TenantId): Promise<readonly Package[]> {
    return Promise.resolve(sortPackages([...(this.#packages.get(tenantId)?.values() ?? [])]));
  }

  /** Adds or replaces a package, as the Packages page would. */
  put(tenantId: TenantId, item: Package): void {
    const own = this.#packages.get(tenantId) ?? new Map<PackageId, Package>();
    this.#packages.set(tenantId, own.set(item.id, item));
  }

  remove(tenantId: TenantId, id: PackageId): void {
    this.#packages.get(tenantId)?.delete(id);
  }
}

import type { Package } from '../../core/domain/catalog.ts';
import { sortPackages } from '../../core/domain/catalog-order.ts';
import type { TenantId } from '../../core/domain/ids.ts';
import type { Packages } from '../../core/ports/packages.ts';
import { reading } from './port-error.ts';
import type { Provider } from './provider.ts';
import { wirePackage } from './wire-package.ts';

/** The packages of the MBS API, which today's console calls Storage Limits (mbs.md §0.7). */
export class MbsPackages implements Packages {
  readonly #provider: Provider;

  constructor(provider: Provider) {
    this.#provider = provider;
  }

  async list(tenantId: TenantId): Promise<readonly Package[]> {
    const rows = this.#provider.sessionOf(tenantId).list('Packages');
    return reading(rows.then((packages) => sortPackages(packages.map(wirePackage))));
  }
}

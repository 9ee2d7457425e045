import type { Knex } from 'knex';
import type { Package } from '../../core/domain/catalog.ts';
import { sortPackages } from '../../core/domain/catalog-order.ts';
import { packageId, type TenantId } from '../../core/domain/ids.ts';
import type { Packages } from '../../core/ports/packages.ts';
import { readingConsole } from './reading-console.ts';

interface PackageRow {
  readonly id: string;
  readonly name: string;
  readonly storage_limit_gb: number | null;
  /** A number in SQLite. */
  readonly enabled: boolean | number;
}

/** The packages in the stand-in console's own tables. */
export class KnexPackages implements Packages {
  readonly #knex: Knex;

  constructor({ knex }: { readonly knex: Knex }) {
    this.#knex = knex;
  }

  async list(tenantId: TenantId): Promise<readonly Package[]> {
    return sortPackages((await readingConsole('packages', this.#rows(tenantId))).map(packageOf));
  }

  async #rows(tenantId: TenantId): Promise<readonly PackageRow[]> {
    return await this.#knex('console_package')
      .where({ tenant_id: tenantId })
      .select('id', 'name', 'storage_limit_gb', 'enabled');
  }
}

function packageOf({ id, name, storage_limit_gb, enabled }: PackageRow): Package {
  return { id: packageId(id), name, storageLimitGb: storage_limit_gb, enabled: Boolean(enabled) };
}

import type { Knex } from 'knex';
import { uuidv7 } from 'uuidv7';
import { foldName } from './keys.ts';
import { type ListPage, type ListQuery, readPage } from './list-page.ts';
import { NAME_MATCHES, whereNamesMatch } from './name-search.ts';

/** What the console's newer editions call a storage limit. */
export interface Package {
  readonly id: string;
  readonly name: string;
  /** Null for none, which only live Managed Backup has. */
  readonly storageLimitGb: number | null;
  readonly enabled: boolean;
}

interface PackageRow {
  readonly id: string;
  readonly name: string;
  readonly storage_limit_gb: number;
  /** A number in SQLite. */
  readonly enabled: boolean | number;
}

const COLUMNS = ['id', 'name', 'storage_limit_gb', 'enabled'] as const;

export class PackageStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(tenantId: string, query: ListQuery): Promise<ListPage<Package>> {
    const select = this.#knex('console_package')
      .where({ tenant_id: tenantId })
      .select(...COLUMNS);
    whereNamesMatch(select, query.q ?? '', [NAME_MATCHES]);
    const page = await readPage<PackageRow>(select, { query, keyColumn: 'name' });
    return { items: page.items.map(packageOf), next: page.next };
  }

  async add(tenantId: string, fields: Omit<Package, 'id'>): Promise<Package> {
    const added = { id: uuidv7(), ...fields, name: foldName(fields.name) };
    await this.#knex('console_package').insert({
      id: added.id,
      tenant_id: tenantId,
      name: added.name,
      storage_limit_gb: added.storageLimitGb,
      enabled: added.enabled,
    });
    return added;
  }

  /** Null when there is no such package. */
  async change(tenantId: string, id: string, fields: Partial<Omit<Package, 'id'>>): Promise<Package | null> {
    const rows: readonly PackageRow[] = await this.#knex('console_package')
      .where({ tenant_id: tenantId, id })
      .update({
        // Always one column to set, or an empty change would be no statement.
        tenant_id: tenantId,
        ...(fields.name === undefined ? {} : { name: foldName(fields.name) }),
        ...(fields.storageLimitGb === undefined ? {} : { storage_limit_gb: fields.storageLimitGb }),
        ...(fields.enabled === undefined ? {} : { enabled: fields.enabled }),
      })
      .returning([...COLUMNS]);
    return rows[0] ? packageOf(rows[0]) : null;
  }
}

function packageOf(row: PackageRow): Package {
  return {
    id: row.id,
    name: row.name,
    storageLimitGb: row.storage_limit_gb,
    enabled: Boolean(row.enabled),
  };
}

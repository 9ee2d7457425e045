import type { Knex } from 'knex';
import { uuidv7 } from 'uuidv7';
import { foldName } from './keys.ts';
import { type ListPage, type ListQuery, readPage } from './list-page.ts';
import { NAME_MATCHES, whereNamesMatch } from './name-search.ts';

export interface Company {
  readonly id: string;
  readonly name: string;
}

interface CompanyRow extends Company {
  readonly name_key: string;
}

export class CompanyStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(tenantId: string, query: ListQuery): Promise<ListPage<Company>> {
    const select = this.#knex('console_company').where({ tenant_id: tenantId }).select('id', 'name', 'name_key');
    whereNamesMatch(select, query.q ?? '', [NAME_MATCHES]);
    const page = await readPage<CompanyRow>(select, { query, keyColumn: 'name_key' });
    return { items: page.items.map(({ id, name }) => ({ id, name })), next: page.next };
  }

  /** Null when there is a company of that name already. */
  async add(tenantId: string, name: string): Promise<Company | null> {
    const company = { id: uuidv7(), name: foldName(name) };
    return (await insertCompany(this.#knex, tenantId, company)) ? company : null;
  }
}

/** Makes sure that a user's company exists and answers the name it goes by; none stays none. */
export async function ensureCompany(knex: Knex, tenantId: string, name: string): Promise<string> {
  const key = foldName(name);
  if (key === '') return '';
  await insertCompany(knex, tenantId, { id: uuidv7(), name: key });
  const rows: readonly Company[] = await knex('console_company')
    .where({ tenant_id: tenantId, name_key: key })
    .select('id', 'name');
  return rows[0]?.name ?? key;
}

/** False when there is a company of that name already. */
async function insertCompany(knex: Knex, tenantId: string, company: Company): Promise<boolean> {
  const added: readonly unknown[] = await knex('console_company')
    .insert({ id: company.id, tenant_id: tenantId, name: company.name, name_key: foldName(company.name) })
    .onConflict(['tenant_id', 'name_key'])
    .ignore()
    .returning('id');
  return added.length > 0;
}

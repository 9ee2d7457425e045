import type { Knex } from 'knex';
import { type Columns, dialectOf } from './dialect.ts';
import type { StagedGeneration } from './staged-generation.ts';
import { STAGED_ACCOUNT, STAGED_CONTACT } from './staged-rows.ts';

const BATCH_SIZE = 1000;

/** A staging table; its rows are told apart by the key within a generation. */
export interface StagingTable {
  readonly name: string;
  readonly key: Columns;
  readonly values: Columns;
}

export const STAGED_CONTACTS: StagingTable = {
  name: 'autotask_staged_contact',
  key: { id: 'bigint' },
  values: STAGED_CONTACT,
};

export const STAGED_ACCOUNTS: StagingTable = {
  name: 'autotask_staged_account',
  key: { id: 'text' },
  values: STAGED_ACCOUNT,
};

export const STAGED_IDS: StagingTable = {
  name: 'autotask_staged_id',
  key: { entity: 'text', id: 'text' },
  values: {},
};

/** Writes rows of one entity into a staging table, in the place of earlier ones with the same key. */
export async function stageRows(
  knex: Knex,
  { key, name }: StagedGeneration,
  table: StagingTable,
  rows: readonly { readonly id: string }[],
): Promise<void> {
  const statement = stagingSql(knex, table);
  for (let start = 0; start < rows.length; start += BATCH_SIZE) {
    // One statement must not meet a row twice (PostgreSQL refuses); the later one counts.
    const batch = new Map(rows.slice(start, start + BATCH_SIZE).map((row) => [row.id, row]));
    await knex.raw(statement, [key.tenantId, key.databaseId, name, JSON.stringify([...batch.values()])]);
  }
}

function stagingSql(knex: Knex, { name, key, values }: StagingTable): string {
  const columns = Object.keys({ ...key, ...values }).join(', ');
  const updates = Object.keys(values).map((column) => `${column} = excluded.${column}`);
  return `
    insert into ${name} (tenant_id, database_id, generation, ${columns})
    select ?, ?, ?, ${columns} from ${dialectOf(knex).rowsFrom({ ...key, ...values }, 'given')} where true
    on conflict (tenant_id, database_id, generation, ${Object.keys(key).join(', ')})
    do ${updates.length === 0 ? 'nothing' : `update set ${updates.join(', ')}`}`;
}

import type { Knex } from 'knex';
import { dropColumns } from './drop-columns.ts';

/** What a refresh of nothing but the changes needs: what the book knows, ids that exist, how calls add up. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('autotask_book', (table) => {
    table.text('contacts_watermark');
    table.text('accounts_watermark');
    table.text('compared_at');
    // Written by each commit: counting 100,000 contacts takes longer than finding them.
    table.integer('contacts').notNullable().defaultTo(0);
    table.integer('accounts').notNullable().defaultTo(0);
  });
  await countPresent(knex);
  await knex.schema.alterTable('autotask_run', (table) => {
    table.text('mode');
    table.boolean('is_released').notNullable().defaultTo(false);
  });
  await knex.schema.createTable('autotask_staged_id', (table) => {
    for (const column of ['tenant_id', 'database_id', 'generation', 'entity', 'id']) table.text(column).notNullable();
    table.primary(['tenant_id', 'database_id', 'generation', 'entity', 'id']);
  });
  await knex.schema.createTable('autotask_call', (table) => {
    table.text('tenant_id').notNullable();
    table.text('minute').notNullable();
    table.integer('calls').notNullable();
    table.primary(['tenant_id', 'minute']);
  });
}

async function countPresent(knex: Knex): Promise<void> {
  const count = (table: string, condition: string) => `(select count(*) from ${table} as present
    where present.tenant_id = autotask_book.tenant_id and present.database_id = autotask_book.database_id
      and ${condition})`;
  await knex.raw(`update autotask_book set contacts = ${count('autotask_contact', 'not present.is_gone')},
    accounts = ${count('autotask_account', 'true')}`);
}

const NEW_COLUMNS = {
  autotask_run: ['mode', 'is_released'],
  autotask_book: ['contacts_watermark', 'accounts_watermark', 'compared_at', 'contacts', 'accounts'],
} as const;

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('autotask_call');
  await knex.schema.dropTable('autotask_staged_id');
  for (const [table, columns] of Object.entries(NEW_COLUMNS)) await dropColumns(knex, table, columns);
}

import type { Knex } from 'knex';
import { orderedText } from './ordered-text.ts';

/** The list of contacts, one book per provider and Autotask database. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('autotask_book', (table) => {
    keyOfBook(table);
    // The generation that a refresh is writing; commits of any other come too late.
    table.text('generation');
    table.primary(['tenant_id', 'database_id']);
  });
  await knex.schema.createTable('autotask_account', (table) => {
    keyOfBook(table);
    table.text('id').notNullable();
    accountColumns(table);
    table.primary(['tenant_id', 'database_id', 'id']);
  });
  await createContactTable(knex);
  await createStagingTables(knex);
}

async function createContactTable(knex: Knex): Promise<void> {
  const text = orderedText(knex);
  await knex.schema.createTable('autotask_contact', (table) => {
    keyOfBook(table);
    table.bigInteger('id').notNullable();
    snapshotColumns(table, text);
    // Joined with the account.
    table.text('account').notNullable();
    table.specificType('account_sort', text).notNullable();
    table.text('account_key').notNullable();
    table.boolean('is_active').notNullable();
    table.boolean('is_gone').notNullable().defaultTo(false);
    table.text('destination_id');
    table.text('package_id');
    table.text('link_user_id');
    table.text('link_first_name');
    table.text('link_last_name');
    table.text('link_account');
    table.text('linked_at');
    table.text('attempt_code');
    table.text('attempt_quote');
    table.text('attempt_email_key');
    table.text('attempt_user_id');
    // Derived the last time.
    table.specificType('status', text).notNullable().defaultTo('blank');
    table.text('problem');
    table.text('user_id');
    table.integer('revision').notNullable().defaultTo(0);
    table.primary(['tenant_id', 'database_id', 'id']);
    for (const column of ['first_name_sort', 'last_name_sort', 'email_sort', 'account_sort', 'status']) {
      // The flags at the end let a page, a jump and the counts pass over inactive contacts inside the index.
      table.index(['tenant_id', 'database_id', column, 'id', 'is_active', 'is_gone'], `autotask_contact_by_${column}`);
    }
    table.index(['tenant_id', 'database_id', 'email_key', 'id'], 'autotask_contact_by_email_key');
    table.index(['tenant_id', 'database_id', 'account_id'], 'autotask_contact_by_account');
  });
  await knex.raw(
    'create index autotask_contact_by_user on autotask_contact (tenant_id, database_id, user_id) ' +
      'where user_id is not null',
  );
  await knex.raw(
    'create index autotask_contact_by_attempt on autotask_contact (tenant_id, database_id, attempt_user_id) ' +
      'where attempt_user_id is not null',
  );
  // One user belongs to at most one contact.
  await knex.raw(
    'create unique index autotask_contact_by_link on autotask_contact (tenant_id, database_id, link_user_id) ' +
      'where link_user_id is not null',
  );
}

/** Without an index but the key, so that rows go in fast; their generation takes its place in one step. */
async function createStagingTables(knex: Knex): Promise<void> {
  await knex.schema.createTable('autotask_staged_account', (table) => {
    keyOfBook(table);
    table.text('generation').notNullable();
    table.text('id').notNullable();
    accountColumns(table);
    table.primary(['tenant_id', 'database_id', 'generation', 'id']);
  });
  await knex.schema.createTable('autotask_staged_contact', (table) => {
    keyOfBook(table);
    table.text('generation').notNullable();
    table.bigInteger('id').notNullable();
    snapshotColumns(table, orderedText(knex));
    table.primary(['tenant_id', 'database_id', 'generation', 'id']);
  });
}

function keyOfBook(table: Knex.CreateTableBuilder): void {
  table.text('tenant_id').notNullable();
  table.text('database_id').notNullable();
}

function accountColumns(table: Knex.CreateTableBuilder): void {
  table.text('name').notNullable();
  table.text('name_sort').notNullable();
  table.text('name_key').notNullable();
  table.text('search_text').notNullable();
  table.boolean('is_active').notNullable();
}

/** A contact as Autotask has it, with what follows from it. */
function snapshotColumns(table: Knex.CreateTableBuilder, text: string): void {
  table.text('first_name').notNullable();
  table.text('last_name').notNullable();
  table.text('email').notNullable();
  table.text('account_id').notNullable();
  table.boolean('is_active_itself').notNullable();
  table.specificType('email_key', text).notNullable();
  table.specificType('first_name_sort', text).notNullable();
  table.specificType('last_name_sort', text).notNullable();
  table.specificType('email_sort', text).notNullable();
  table.text('search_text').notNullable();
}

export async function down(knex: Knex): Promise<void> {
  for (const table of [
    'autotask_staged_contact',
    'autotask_staged_account',
    'autotask_contact',
    'autotask_account',
    'autotask_book',
  ]) {
    await knex.schema.dropTable(table);
  }
}

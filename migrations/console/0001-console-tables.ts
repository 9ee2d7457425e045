import type { Knex } from 'knex';

/** The stand-in console's own tables. Times are ISO 8601 texts, so that both engines store them alike. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('console_administrator', (table) => {
    table.text('id').primary();
    table.text('tenant_id').notNullable();
    table.text('email').notNullable();
    table.text('email_key').notNullable().unique();
    table.text('name').notNullable();
    table.text('password_hash').notNullable();
    table.text('created_at').notNullable();
    table.text('updated_at').notNullable();
  });
  await knex.schema.createTable('console_company', (table) => {
    table.text('id').primary();
    table.text('tenant_id').notNullable();
    table.text('name').notNullable();
    table.text('name_key').notNullable();
    table.unique(['tenant_id', 'name_key']);
  });
  await createStorageTables(knex);
  await createUserTables(knex);
}

async function createStorageTables(knex: Knex): Promise<void> {
  await knex.schema.createTable('console_storage_account', (table) => {
    table.text('id').primary();
    table.text('tenant_id').notNullable();
    table.text('name').notNullable();
    table.text('type').notNullable();
    table.index(['tenant_id', 'name', 'id']);
  });
  await knex.schema.createTable('console_destination', (table) => {
    table.text('id').primary();
    table.text('tenant_id').notNullable();
    table.text('storage_account_id').notNullable().references('id').inTable('console_storage_account');
    table.text('name').notNullable();
    table.unique(['storage_account_id', 'name']);
    table.index(['tenant_id', 'id']);
  });
  await knex.schema.createTable('console_package', (table) => {
    table.text('id').primary();
    table.text('tenant_id').notNullable();
    table.text('name').notNullable();
    table.double('storage_limit_gb').notNullable();
    table.boolean('enabled').notNullable();
    table.index(['tenant_id', 'name', 'id']);
  });
}

async function createUserTables(knex: Knex): Promise<void> {
  await knex.schema.createTable('console_user', (table) => {
    table.text('id').primary();
    table.text('tenant_id').notNullable();
    table.text('email').notNullable();
    // A login is unique over the whole service, not per provider (mbs.md §0.3).
    table.text('email_key').notNullable().unique();
    table.text('first_name').notNullable();
    table.text('last_name').notNullable();
    table.text('company').notNullable();
    table.boolean('enabled').notNullable();
    table.text('created_at').notNullable();
    table.text('updated_at').notNullable();
    table.index(['tenant_id', 'id']);
    table.index(['tenant_id', 'last_name', 'id']);
  });
  await knex.schema.createTable('console_user_destination', (table) => {
    table.text('user_id').notNullable().references('id').inTable('console_user').onDelete('CASCADE');
    table.text('destination_id').notNullable().references('id').inTable('console_destination');
    table.text('package_id').notNullable().references('id').inTable('console_package');
    table.primary(['user_id', 'destination_id']);
    table.index(['destination_id']);
    table.index(['package_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of [
    'console_user_destination',
    'console_user',
    'console_package',
    'console_destination',
    'console_storage_account',
    'console_company',
    'console_administrator',
  ]) {
    await knex.schema.dropTable(table);
  }
}

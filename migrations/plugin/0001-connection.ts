import type { Knex } from 'knex';

/** The connection to Autotask and who did what. Times are ISO 8601 texts, so that both engines store them alike. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('autotask_connection', (table) => {
    table.text('tenant_id').primary();
    table.text('state').notNullable();
    table.text('username');
    table.boolean('has_password').notNullable();
    table.text('zone');
    table.text('database_id');
    table.text('checked_at');
    table.text('contacts_access').notNullable();
    table.text('accounts_access').notNullable();
    table.text('problem_code');
    table.text('problem_text');
    table.text('problem_remedy');
    table.text('sealed_credentials');
  });
  await knex.schema.createTable('autotask_activity', (table) => {
    table.text('tenant_id').notNullable();
    table.text('at').notNullable();
    // Ascends with time, so that activities of one millisecond keep their order.
    table.text('id').notNullable();
    table.text('by').notNullable();
    table.text('action').notNullable();
    table.text('subject').notNullable();
    table.primary(['tenant_id', 'at', 'id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('autotask_activity');
  await knex.schema.dropTable('autotask_connection');
}

import type { Knex } from 'knex';

/** A provider's log-in of the MBS API, sealed, where it is entered in the page. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('console_mbs_log_in', (table) => {
    table.text('tenant_id').primary();
    table.text('sealed_log_in').notNullable();
    table.text('entered_at').notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('console_mbs_log_in');
}

import type { Knex } from 'knex';

/** The mode that the database was begun in: what was practised must not reach a live service. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('console_mode', (table) => {
    table.integer('id').primary();
    table.text('mode').notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('console_mode');
}

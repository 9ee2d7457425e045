import type { Knex } from 'knex';

/** Who is signed in where: a cookie alone would hold after its owner has signed out. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('console_sign_in', (table) => {
    table.text('id').primary();
    table.text('administrator_id').notNullable().references('id').inTable('console_administrator').onDelete('CASCADE');
    table.text('expires_at').notNullable();
    table.index(['expires_at']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('console_sign_in');
}

import type { Knex } from 'knex';
import { isPostgres } from './is-postgres.ts';

const STATE = "tenant_id, database_id, status, (is_active and not is_gone), (coalesce(problem, '')), id";

/**
 * PostgreSQL answers from an index alone only when that has the columns themselves beside their expressions; until now it
 * went through the table to count states (measured: 3 times as long for 100,000 contacts).
 */
export async function up(knex: Knex): Promise<void> {
  if (isPostgres(knex)) await indexStates(knex, `(${STATE}) include (is_active, is_gone, problem)`);
}

export async function down(knex: Knex): Promise<void> {
  if (isPostgres(knex)) await indexStates(knex, `(${STATE})`);
}

async function indexStates(knex: Knex, columns: string): Promise<void> {
  await knex.raw('drop index autotask_contact_by_state');
  await knex.raw(`create index autotask_contact_by_state on autotask_contact ${columns}`);
}

import type { Knex } from 'knex';
import { isPostgres } from './is-postgres.ts';
import { orderedText } from './ordered-text.ts';
import { wordRows } from './word-rows.ts';

/** What finds few contacts among many: by their words, by their state, by what is assigned to them. */
export async function up(knex: Knex): Promise<void> {
  await createWordTable(knex);
  await knex.raw(
    `insert into autotask_contact_word (tenant_id, database_id, word, id)
      ${wordRows(knex, 'select * from autotask_contact')} on conflict do nothing`,
  );
  await knex.raw(
    `create index autotask_contact_by_state on autotask_contact
      (tenant_id, database_id, status, (is_active and not is_gone), (coalesce(problem, '')), id)`,
  );
  for (const column of ['destination_id', 'package_id']) {
    await knex.raw(`create index ?? on autotask_contact (tenant_id, database_id, ??) where ${column} is not null`, [
      `autotask_contact_by_${column}`,
      column,
    ]);
  }
  await orderAccounts(knex);
}

/** Without anything but the key, which SQLite then keeps once. */
async function createWordTable(knex: Knex): Promise<void> {
  await knex.raw(
    `create table autotask_contact_word (
      tenant_id text not null, database_id text not null, word ${orderedText(knex)} not null, id bigint not null,
      primary key (tenant_id, database_id, word, id)) ${isPostgres(knex) ? '' : 'without rowid'}`,
  );
}

/** Character by character, as in the list of contacts. */
async function orderAccounts(knex: Knex): Promise<void> {
  if (isPostgres(knex)) await knex.raw(`alter table autotask_account alter column name_sort type ${orderedText(knex)}`);
  await knex.raw(
    `create index autotask_account_by_name on autotask_account
      (tenant_id, database_id, name_sort, (cast(id as bigint)))`,
  );
}

export async function down(knex: Knex): Promise<void> {
  for (const index of ['autotask_account_by_name', 'autotask_contact_by_state'])
    await knex.raw('drop index ??', [index]);
  for (const column of ['destination_id', 'package_id']) {
    await knex.raw('drop index ??', [`autotask_contact_by_${column}`]);
  }
  if (isPostgres(knex))
    await knex.raw('alter table autotask_account alter column name_sort type text collate "default"');
  await knex.schema.dropTable('autotask_contact_word');
}

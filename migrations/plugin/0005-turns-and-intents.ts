import type { Knex } from 'knex';
import { dropColumns } from './drop-columns.ts';

/** What fair turns need of a run, and of its items the users as they were seen and what is about to be done. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('autotask_run', (table) => {
    // Written with each run; the default is for SQLite, which adds no column to old rows without one.
    table.text('queued_at').notNullable().defaultTo('');
  });
  await knex.raw('update autotask_run set queued_at = created_at');
  await knex.schema.alterTable('autotask_run_item', (table) => {
    table.text('seen').notNullable().defaultTo('');
    table.text('intent');
  });
  await indexUnfinishedBy(knex, 'queued_at');
}

export async function down(knex: Knex): Promise<void> {
  await indexUnfinishedBy(knex, 'created_at');
  await dropColumns(knex, 'autotask_run_item', ['seen', 'intent']);
  await dropColumns(knex, 'autotask_run', ['queued_at']);
}

/** Workers look for work across all providers; unfinished runs are few. */
async function indexUnfinishedBy(knex: Knex, column: string): Promise<void> {
  await knex.raw('drop index autotask_run_unfinished');
  await knex.raw("create index autotask_run_unfinished on autotask_run (??, id) where state in ('queued', 'running')", [
    column,
  ]);
}

import type { Knex } from 'knex';

/** Refreshes and imports, with the items of an import. */
export async function up(knex: Knex): Promise<void> {
  await createRunTable(knex);
  await knex.schema.createTable('autotask_run_key', (table) => {
    table.text('tenant_id').notNullable();
    table.text('idempotency_key').notNullable();
    table.text('fingerprint').notNullable();
    table.text('run_id').notNullable();
    table.primary(['tenant_id', 'idempotency_key']);
  });
  await knex.schema.createTable('autotask_run_item', (table) => {
    table.text('tenant_id').notNullable();
    table.text('run_id').notNullable();
    table.integer('position').notNullable();
    table.bigInteger('contact_id').notNullable();
    table.text('first_name').notNullable();
    table.text('last_name').notNullable();
    table.text('email').notNullable();
    table.text('account_id').notNullable();
    table.text('account').notNullable();
    table.boolean('is_active').notNullable();
    table.boolean('is_gone').notNullable();
    table.text('destination_id');
    table.text('package_id');
    table.integer('rivals').notNullable();
    table.text('outcome');
    table.text('code');
    table.text('quote');
    table.primary(['tenant_id', 'run_id', 'position']);
    table.unique(['tenant_id', 'run_id', 'contact_id'], { indexName: 'autotask_run_item_by_contact' });
    table.index(['tenant_id', 'run_id', 'outcome', 'position'], 'autotask_run_item_by_outcome');
  });
}

async function createRunTable(knex: Knex): Promise<void> {
  await knex.schema.createTable('autotask_run', (table) => {
    table.text('tenant_id').notNullable();
    table.text('id').notNullable();
    table.text('kind').notNullable();
    table.text('state').notNullable();
    table.text('database_id');
    // A JSON list of company names; null means all.
    table.text('accounts');
    table.boolean('sends_instructions').notNullable();
    table.text('requested_by').notNullable();
    table.boolean('is_cancel_requested').notNullable().defaultTo(false);
    // There while a worker holds the run, or held it and died.
    table.text('lease');
    table.text('lease_until');
    for (const number of ['total', 'done', 'created', 'updated', 'unchanged', 'failed', 'not_attempted']) {
      table.integer(number).notNullable().defaultTo(0);
    }
    table.text('problem_code');
    table.text('problem_text');
    table.text('problem_remedy');
    table.text('created_at').notNullable();
    table.text('finished_at');
    table.primary(['tenant_id', 'id']);
    table.index(['tenant_id', 'created_at', 'id'], 'autotask_run_by_age');
  });
  // Workers look for work across all providers; unfinished runs are few.
  await knex.raw(
    'create index autotask_run_unfinished on autotask_run (created_at, id) ' + "where state in ('queued', 'running')",
  );
  // Two runs of one provider and kind are never held at once, whatever two workers see of each other.
  await knex.raw('create unique index autotask_run_held on autotask_run (tenant_id, kind) where lease is not null');
  await knex.raw(
    'create unique index autotask_run_refreshing on autotask_run (tenant_id) ' +
      "where kind = 'refresh' and state in ('queued', 'running')",
  );
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['autotask_run_item', 'autotask_run_key', 'autotask_run']) {
    await knex.schema.dropTable(table);
  }
}

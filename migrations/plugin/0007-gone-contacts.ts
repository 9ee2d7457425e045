import type { Knex } from 'knex';

/** Contacts that are gone are few, and looked for after every refresh. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('create index autotask_contact_by_gone on autotask_contact (tenant_id, database_id) where is_gone');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index autotask_contact_by_gone');
}

import type { Knex } from 'knex';
import { dropColumns } from './drop-columns.ts';
import { orderedText } from './ordered-text.ts';

const SHOWN = ['destination', 'package'] as const;

/** What each row shows as assigned, to be sorted by, and the users' companies that are not the contacts' accounts. */
export async function up(knex: Knex): Promise<void> {
  for (const part of SHOWN) {
    // "" for none, so that it is a value like any other to an index.
    await knex.raw(`alter table autotask_contact add column shown_${part}_id ${orderedText(knex)} not null default ''`);
    await knex.raw(`update autotask_contact set shown_${part}_id = ${part}_id where ${part}_id is not null`);
    await knex.raw(
      `create index autotask_contact_by_shown_${part} on autotask_contact
        (tenant_id, database_id, shown_${part}_id, id, is_active, is_gone)`,
    );
  }
  await knex.raw('alter table autotask_contact add column user_company_key text');
  await knex.raw(
    `create index autotask_contact_by_user_company on autotask_contact (tenant_id, database_id)
      where user_company_key is not null`,
  );
}

export async function down(knex: Knex): Promise<void> {
  for (const index of ['by_shown_destination', 'by_shown_package', 'by_user_company']) {
    await knex.raw('drop index ??', [`autotask_contact_${index}`]);
  }
  await dropColumns(knex, 'autotask_contact', ['shown_destination_id', 'shown_package_id', 'user_company_key']);
}

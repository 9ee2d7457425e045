import type { Knex } from 'knex';
import { type ContactId, contactId } from '../../core/domain/ids.ts';
import { dialectOf } from './dialect.ts';
import { bindingsOf, isStaged, isTold, ofBook, ofGeneration, type StagedGeneration } from './staged-generation.ts';

const IS_CLOSED = `account.is_active and exists (select 1 from autotask_staged_account as closed
  where ${ofGeneration('closed')} and closed.id = account.id and not closed.is_active)`;

const IS_LEFT_OUT = `(not ${isStaged('accounts', 'account.id')} and not ${isTold('accounts', 'account.id')})`;

/** Contacts that were not staged, whose account becomes inactive or goes. */
export async function readStrandedContacts(
  knex: Knex,
  generation: StagedGeneration,
  limit: number,
): Promise<readonly ContactId[]> {
  const { complete } = generation;
  const answer: unknown = await knex.raw(
    `select cast(contact.id as text) as id from autotask_account as account
      join autotask_contact as contact on contact.tenant_id = account.tenant_id
        and contact.database_id = account.database_id and contact.account_id = account.id and not contact.is_gone
      where ${ofBook('account')}
        and (${complete.has('accounts') ? `${IS_CLOSED} or ${IS_LEFT_OUT}` : IS_CLOSED})
        and not ${isStaged('contacts', 'contact.id')}
        ${complete.has('contacts') ? `and ${isTold('contacts', 'contact.id')}` : ''}
      limit :limit`,
    { ...bindingsOf(generation), limit },
  );
  const rows = dialectOf(knex).rowsOf(answer) as readonly { readonly id: string }[];
  return rows.map(({ id }) => contactId(id));
}

import type { Knex } from 'knex';
import { type ContactId, contactId } from '../../core/domain/ids.ts';
import { dialectOf } from './dialect.ts';
import { bindingsOf, isStaged, isTold, ofBook, ofGeneration, type StagedGeneration } from './staged-generation.ts';

const CLOSED = `select account.id from autotask_staged_account as closed
  join autotask_account as account on ${ofBook('account')} and account.id = closed.id and account.is_active
  where ${ofGeneration('closed')} and not closed.is_active`;

const LEFT_OUT = `select account.id from autotask_account as account
  where ${ofBook('account')} and not ${isStaged('accounts', 'account.id')} and not ${isTold('accounts', 'account.id')}`;

/** Contacts that were not staged, whose account becomes inactive or goes. */
export async function readStrandedContacts(
  knex: Knex,
  generation: StagedGeneration,
  limit: number,
): Promise<readonly ContactId[]> {
  const { complete } = generation;
  const answer: unknown = await knex.raw(
    // A cross join is carried out as it is written: from the accounts, which are few, to their contacts.
    `with closing as (${complete.has('accounts') ? `${CLOSED} union all ${LEFT_OUT}` : CLOSED})
      select cast(contact.id as text) as id from closing cross join autotask_contact as contact
      where ${ofBook('contact')} and contact.account_id = closing.id and not contact.is_gone
        and not ${isStaged('contacts', 'contact.id')}
        ${complete.has('contacts') ? `and ${isTold('contacts', 'contact.id')}` : ''}
      limit :limit`,
    { ...bindingsOf(generation), limit },
  );
  const rows = dialectOf(knex).rowsOf(answer) as readonly { readonly id: string }[];
  return rows.map(({ id }) => contactId(id));
}

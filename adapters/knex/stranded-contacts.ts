import type { Knex } from 'knex';
import { type ContactId, contactId } from '../../core/domain/ids.ts';
import type { StrandedQuery } from '../../core/ports/contact-book.ts';
import { dialectOf } from './dialect.ts';
import {
  bindingsOf,
  isPresent,
  isStaged,
  isTold,
  ofBook,
  ofGeneration,
  type StagedGeneration,
} from './staged-generation.ts';

const ADDED = `select added.id from autotask_staged_account as added where ${ofGeneration('added')}`;

const CLOSING = `${ADDED} and not added.is_active and exists (select 1 from autotask_account as account
  where ${ofBook('account')} and account.id = added.id and account.is_active)`;

const LEFT_OUT = `select account.id from autotask_account as account
  where ${ofBook('account')} and not ${isStaged('accounts', 'account.id')} and not ${isTold('accounts', 'account.id')}`;

/** Contacts whose account may no longer be theirs. */
export async function readStrandedContacts(
  knex: Knex,
  generation: StagedGeneration,
  { added, after, limit }: StrandedQuery,
): Promise<readonly ContactId[]> {
  const kept = generation.extent === 'whole' ? '' : `union all ${ofEmptied(generation, added)}`;
  const answer: unknown = await knex.raw(
    `select cast(id as text) as text_id from (${withoutAccount(generation)} ${kept}) as stranded
      where id > :after order by id limit :limit`,
    { ...bindingsOf(generation), after: after ?? '-1', limit },
  );
  const rows = dialectOf(knex).rowsOf(answer) as readonly { readonly text_id: string }[];
  return rows.map(({ text_id: id }) => contactId(id));
}

/** Contacts that were not staged, whose account was staged or goes. */
function ofEmptied({ complete }: StagedGeneration, added: StrandedQuery['added']): string {
  const staged = added === 'all' ? ADDED : CLOSING;
  // A cross join is carried out as it is written: from the accounts, which are few, to their contacts.
  return `select contact.id from (${complete.has('accounts') ? `${staged} union ${LEFT_OUT}` : staged}) as emptied
    cross join autotask_contact as contact
    where ${ofBook('contact')} and contact.account_id = emptied.id and not contact.is_gone
      and not ${isStaged('contacts', 'contact.id')}
      ${complete.has('contacts') ? `and ${isTold('contacts', 'contact.id')}` : ''}`;
}

/** Staged contacts whose account will not be in the list, unless they were listed so before. */
function withoutAccount({ complete }: StagedGeneration): string {
  const isKept = isPresent('accounts', 'found.account_id');
  return `select found.id from autotask_staged_contact as found
    where ${ofGeneration('found')} and found.account_id <> '' and not ${isStaged('accounts', 'found.account_id')}
      and not (${complete.has('accounts') ? `${isTold('accounts', 'found.account_id')} and ${isKept}` : isKept})
      and not exists (select 1 from autotask_contact as listed
        where ${ofBook('listed')} and listed.id = found.id and listed.account_id = found.account_id
          and not listed.is_gone and not ${isPresent('accounts', 'listed.account_id')})`;
}

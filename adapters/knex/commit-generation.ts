import type { Knex } from 'knex';
import type { TouchedContacts } from '../../core/ports/contact-book.ts';
import { dropWords, keepWords } from './contact-words.ts';
import { dialectOf } from './dialect.ts';
import {
  CHANGED_CONTACTS,
  FRESH_COLUMNS,
  IS_LEAVING,
  OWN_COLUMNS,
  qualified,
  readTouchedContacts,
} from './fresh-contacts.ts';
import { bindingsOf, isStaged, isTold, ofBook, ofGeneration, type StagedGeneration } from './staged-generation.ts';
import { STAGED_ACCOUNT } from './staged-rows.ts';

const ACCOUNT_COLUMNS = Object.keys(STAGED_ACCOUNT);

const CHANGED_ACCOUNTS = `
  from autotask_staged_account as staged
  left join autotask_account as present on present.tenant_id = staged.tenant_id
    and present.database_id = staged.database_id and present.id = staged.id
  where ${ofGeneration('staged')} and (present.id is null
    or (${qualified('present', ACCOUNT_COLUMNS)}) <> (${qualified('staged', ACCOUNT_COLUMNS)}))`;

/** Accounts of the present list that a complete generation does without. */
const LEAVING_ACCOUNTS = `
  from autotask_account where ${ofBook('autotask_account')}
    and not ${isStaged('accounts', 'autotask_account.id')} and not ${isTold('accounts', 'autotask_account.id')}`;

const SAVE_ACCOUNTS = `
  insert into autotask_account (tenant_id, database_id, id, ${ACCOUNT_COLUMNS.join(', ')})
  select staged.tenant_id, staged.database_id, staged.id, ${qualified('staged', ACCOUNT_COLUMNS)} ${CHANGED_ACCOUNTS}
  on conflict (tenant_id, database_id, id) do update set ${excluded(ACCOUNT_COLUMNS)}`;

const DROP_ACCOUNTS = `delete ${LEAVING_ACCOUNTS}`;

const SAVE_CONTACTS = `
  insert into autotask_contact (tenant_id, database_id, id, ${FRESH_COLUMNS.join(', ')})
  select fresh.tenant_id, fresh.database_id, fresh.id, ${qualified('fresh', FRESH_COLUMNS)} ${CHANGED_CONTACTS}
  on conflict (tenant_id, database_id, id) do update set ${excluded(FRESH_COLUMNS)},
    is_gone = false, revision = autotask_contact.revision + 1`;

/** Contacts of the present list whose words change, as they are; and contacts with new words, as they will be. */
const REWORDED = `select present.tenant_id, present.database_id, present.id, present.search_text
  ${CHANGED_CONTACTS} and present.search_text <> fresh.search_text`;
const WORDED = `select fresh.tenant_id, fresh.database_id, fresh.id, fresh.search_text
  ${CHANGED_CONTACTS} and (present.id is null or present.search_text <> fresh.search_text)`;

const MARK_LEAVING = `update autotask_contact set is_gone = true, revision = revision + 1 where ${IS_LEAVING}`;

/**
 * Puts a staged generation in the place of what it is about: a few statements, whatever the number of contacts.
 *
 * @param contacts - how many the list will have
 * @returns what it touches of the present list, unless it replaces it or that is too much to name
 */
export async function commitGeneration(
  transaction: Knex.Transaction,
  generation: StagedGeneration,
  contacts: number,
): Promise<TouchedContacts | null> {
  const { extent, complete } = generation;
  const run = (statement: string) => transaction.raw<unknown>(statement, bindingsOf(generation));
  if (extent === 'changes') await run(stageContactsOfChangedAccounts(generation));
  await run(SAVE_ACCOUNTS);
  if (complete.has('accounts')) await run(DROP_ACCOUNTS);
  const touched = extent === 'changes' ? await readTouchedContacts(transaction, generation) : null;
  await run(dropWords(transaction, REWORDED));
  await run(keepWords(transaction, WORDED));
  await dialectOf(transaction).fill(transaction, { table: 'autotask_contact', rows: contacts }, () =>
    run(SAVE_CONTACTS),
  );
  if (complete.has('contacts')) await run(MARK_LEAVING);
  return touched;
}

/**
 * What contacts take over of an account that is about to change reaches them as if they had changed themselves. Their
 * texts to search in end with what they took over of it before.
 */
function stageContactsOfChangedAccounts({ complete }: StagedGeneration): string {
  const changed = `select staged.id, coalesce(present.search_text, '') as search_text ${CHANGED_ACCOUNTS}`;
  const leaving = `select id, search_text ${LEAVING_ACCOUNTS}`;
  return `
    insert into autotask_staged_contact
      (tenant_id, database_id, generation, id, ${OWN_COLUMNS.join(', ')}, search_text)
    select contact.tenant_id, contact.database_id, :generation, contact.id, ${qualified('contact', OWN_COLUMNS)},
      substr(contact.search_text, 1, length(contact.search_text) - length(account.search_text))
    from (${complete.has('accounts') ? `${changed} union all ${leaving}` : changed}) as account
    cross join autotask_contact as contact
    where ${ofBook('contact')} and contact.account_id = account.id and not contact.is_gone
      and not ${isStaged('contacts', 'contact.id')}
      ${complete.has('contacts') ? `and ${isTold('contacts', 'contact.id')}` : ''}`;
}

function excluded(columns: readonly string[]): string {
  return columns.map((column) => `${column} = excluded.${column}`).join(', ');
}

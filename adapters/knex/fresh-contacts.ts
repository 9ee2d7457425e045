import type { Knex } from 'knex';
import { emailKey } from '../../core/domain/email.ts';
import { contactId } from '../../core/domain/ids.ts';
import type { TouchedContacts } from '../../core/ports/contact-book.ts';
import { dialectOf } from './dialect.ts';
import { bindingsOf, isStaged, isTold, ofBook, ofGeneration, type StagedGeneration } from './staged-generation.ts';
import { STAGED_CONTACT } from './staged-rows.ts';

/** More are not worth naming: a look at every contact of a book is as quick. */
const MOST_TOUCHED = 2000;

/** What is written of a contact at a commit: its own columns and those joined with its account. */
export const FRESH_COLUMNS = [...Object.keys(STAGED_CONTACT), 'account', 'account_sort', 'account_key', 'is_active'];

/** A staged contact's columns that do not take anything from its account. */
export const OWN_COLUMNS = Object.keys(STAGED_CONTACT).filter((column) => column !== 'search_text');

// Accounts that Autotask does not show leave the contact without one, and as active as it is itself.
const FRESH_CONTACTS = `
  select staged.tenant_id, staged.database_id, staged.id, ${qualified('staged', OWN_COLUMNS)},
    staged.search_text || coalesce(account.search_text, '') as search_text,
    coalesce(account.name, '') as account,
    coalesce(account.name_sort, '') as account_sort,
    coalesce(account.name_key, '') as account_key,
    staged.is_active_itself and coalesce(account.is_active, true) as is_active
  from autotask_staged_contact as staged
  left join autotask_account as account on account.tenant_id = staged.tenant_id
    and account.database_id = staged.database_id and account.id = staged.account_id
  where ${ofGeneration('staged')}`;

/**
 * Staged contacts joined with their accounts as `fresh`, beside what they were as `present`. Rows that stay as they are
 * must not be written: they are nearly all of a usual refresh.
 */
export const CHANGED_CONTACTS = `
  from (${FRESH_CONTACTS}) as fresh
  left join autotask_contact as present on present.tenant_id = fresh.tenant_id
    and present.database_id = fresh.database_id and present.id = fresh.id
  where (present.id is null or present.is_gone
    or (${qualified('present', FRESH_COLUMNS)}) <> (${qualified('fresh', FRESH_COLUMNS)}))`;

/** Contacts of the present list that a complete generation does without. */
export const IS_LEAVING = `${ofBook('autotask_contact')} and not autotask_contact.is_gone
  and not ${isStaged('contacts', 'autotask_contact.id')} and not ${isTold('contacts', 'autotask_contact.id')}`;

const CHANGED = `select cast(fresh.id as text) as id, fresh.email, present.email as former_email ${CHANGED_CONTACTS}`;
const LEAVING = `select cast(id as text) as id, email, email as former_email from autotask_contact where ${IS_LEAVING}`;

interface TouchedRow {
  readonly id: string;
  readonly email: string;
  readonly former_email: string | null;
}

/** The contacts that a commit is about to write, once its accounts are in place; null when there are too many. */
export async function readTouchedContacts(knex: Knex, generation: StagedGeneration): Promise<TouchedContacts | null> {
  const sql = generation.complete.has('contacts') ? `${CHANGED} union all ${LEAVING}` : CHANGED;
  const answer: unknown = await knex.raw(`${sql} limit ${MOST_TOUCHED + 1}`, bindingsOf(generation));
  const rows = dialectOf(knex).rowsOf(answer) as readonly TouchedRow[];
  if (rows.length > MOST_TOUCHED) return null;
  const keys = new Set(rows.flatMap((row) => [emailKey(row.email), emailKey(row.former_email ?? '')]));
  keys.delete('');
  return { contactIds: rows.map(({ id }) => contactId(id)), emailKeys: [...keys] };
}

export function qualified(alias: string, columns: readonly string[]): string {
  return columns.map((column) => `${alias}.${column}`).join(', ');
}

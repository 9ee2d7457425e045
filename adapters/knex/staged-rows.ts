import { comparable } from '../../core/domain/comparison.ts';
import { emailKey } from '../../core/domain/email.ts';
import { searchTextOf, sortKeyOf } from '../../core/domain/search.ts';
import type { SourceAccount, SourceContact, SourceEntity } from '../../core/ports/contact-source.ts';
import { isContactNumber } from './contact-number.ts';
import type { Columns } from './dialect.ts';
import { storable } from './storable-text.ts';

/** The columns of a contact that come from the contact alone, the key aside. */
export const STAGED_CONTACT = {
  first_name: 'text',
  last_name: 'text',
  email: 'text',
  account_id: 'text',
  is_active_itself: 'boolean',
  email_key: 'text',
  first_name_sort: 'text',
  last_name_sort: 'text',
  email_sort: 'text',
  search_text: 'text',
} as const satisfies Columns;

/** The columns of an account, the key aside. */
export const STAGED_ACCOUNT = {
  name: 'text',
  name_sort: 'text',
  name_key: 'text',
  search_text: 'text',
  is_active: 'boolean',
} as const satisfies Columns;

type Staged<Row extends Columns> = { readonly id: string } & Readonly<Record<keyof Row, string | boolean>>;

// Well above the longest email that can be a login, and short enough for an index entry of PostgreSQL.
const KEY_LENGTH = 320;

/** The form in which an email key stands in the tables; those of different emails may only meet when both are invalid. */
export function storedEmailKey(key: string): string {
  return storable(key.slice(0, KEY_LENGTH));
}

export function stagedContact(contact: SourceContact): Staged<typeof STAGED_CONTACT> {
  const firstName = storable(contact.firstName);
  const lastName = storable(contact.lastName);
  const email = storable(contact.email);
  refuseIfNoNumber(contact.id);
  return {
    id: contact.id,
    first_name: firstName,
    last_name: lastName,
    email,
    account_id: contact.accountId,
    is_active_itself: contact.isActive,
    email_key: storedEmailKey(emailKey(email)),
    first_name_sort: sortKeyOf(firstName),
    last_name_sort: sortKeyOf(lastName),
    email_sort: sortKeyOf(email),
    search_text: searchTextOf(firstName, lastName, email),
  };
}

export function stagedAccount(account: SourceAccount): Staged<typeof STAGED_ACCOUNT> {
  const name = storable(account.name);
  return {
    id: account.id,
    name,
    name_sort: sortKeyOf(name),
    name_key: comparable(name),
    search_text: searchTextOf(name),
    is_active: account.isActive,
  };
}

/** An id that exists in Autotask. */
export function stagedId(entity: SourceEntity, id: string): { readonly entity: SourceEntity; readonly id: string } {
  if (entity === 'contacts') refuseIfNoNumber(id);
  return { entity, id };
}

function refuseIfNoNumber(id: string): void {
  if (!isContactNumber(id)) throw new Error('Autotask numbers its contacts');
}

import type { Catalog } from '../domain/catalog.ts';
import type { Contact } from '../domain/contact.ts';
import { emailKey } from '../domain/email.ts';
import type { BookEntry } from '../domain/email-group.ts';
import type { BookKey } from '../domain/scope.ts';
import type { BookRow } from '../ports/contact-book.ts';
import { isPluginError } from '../ports/errors.ts';
import type { ClaimedRun, RunStore } from '../ports/run-store.ts';
import { type DerivingPorts, deriveRows, usersOf, withCompleteGroups } from './derive-rows.ts';
import type { ReadBack, Settled } from './settle-import.ts';

/** Reads users back; when they can't be read nobody knows what came of the entries. */
export async function readBackUsers(
  ports: Pick<DerivingPorts, 'users'>,
  key: BookKey,
  entries: readonly BookEntry[],
): Promise<(entry: BookEntry) => ReadBack> {
  try {
    const users = await usersOf(ports, key, entries);
    return ({ contact }) => users.get(emailKey(contact.email)) ?? null;
  } catch (error) {
    if (isPluginError(error) && error.code === 'console_unavailable') return () => 'unread';
    throw error;
  }
}

/** Records how items ended, and what that leaves with their contacts. */
export async function recordSettled(
  { runs }: { readonly runs: RunStore },
  claimed: ClaimedRun,
  settled: readonly Settled[],
): Promise<void> {
  await runs.recordOutcomes(
    claimed,
    settled.map(({ outcome }) => outcome),
    settled.flatMap(({ record }) => (record === null ? [] : [record])),
  );
}

/** Derives the contacts of which something was recorded anew, with those that share their emails. */
export async function deriveSettled(
  ports: DerivingPorts,
  key: BookKey,
  settled: readonly Settled[],
  catalog: Catalog,
): Promise<void> {
  const contacts = settled.flatMap(({ contact, record }) => (record === null ? [] : [contact]));
  if (contacts.length === 0) return;
  await deriveRows(ports, key, await rowsOfContacts(ports, key, contacts), catalog);
}

/** The contacts' rows with complete groups; one whose email is another one by now has to be found by its id. */
async function rowsOfContacts(
  ports: DerivingPorts,
  key: BookKey,
  contacts: readonly Contact[],
): Promise<readonly BookRow[]> {
  const byEmail = await ports.contactBook.withEmails(
    key,
    contacts.map(({ email }) => emailKey(email)),
  );
  const found = new Set(byEmail.map(({ entry }) => entry.contact.id));
  const others = contacts.map(({ id }) => id).filter((id) => !found.has(id));
  if (others.length === 0) return byEmail;
  const byId = await withCompleteGroups(ports, key, await ports.contactBook.withIds(key, others));
  return [...new Map([...byEmail, ...byId].map((row) => [row.entry.contact.id, row])).values()];
}

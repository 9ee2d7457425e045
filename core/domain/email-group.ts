import type { Assignment, Contact, Link } from './contact.ts';
import { emailKey } from './email.ts';
import type { FailedAttempt } from './failed-attempt.ts';
import type { ContactId } from './ids.ts';
import type { ManagedUser } from './managed-user.ts';

/** A contact with all that the plugin keeps beside it. */
export interface BookEntry {
  readonly contact: Contact;
  readonly assignment: Assignment;
  readonly link: Link | null;
  readonly attempt: FailedAttempt | null;
}

/**
 * How a group of contacts with one email stands to the user with that email.
 *
 * - owned: one contact is the user's; the others are not, whatever their names.
 * - ambiguous: the user could be any of several candidates, but of no other; nobody decides but the technician.
 * - free: no user has the email.
 */
export type Ownership =
  | { readonly kind: 'owned'; readonly owner: ContactId; readonly user: ManagedUser }
  | { readonly kind: 'ambiguous'; readonly candidates: ReadonlySet<ContactId>; readonly user: ManagedUser }
  | { readonly kind: 'free' };

/** All contacts that have one email key, with the user who has it too. */
export interface EmailGroup {
  readonly emailKey: string;
  readonly entries: readonly BookEntry[];
  readonly user: ManagedUser | null;
}

export function emailGroupOf(
  key: string,
  entries: readonly BookEntry[],
  usersByKey: ReadonlyMap<string, ManagedUser>,
): EmailGroup {
  return { emailKey: key, entries, user: key === '' ? null : (usersByKey.get(key) ?? null) };
}

/** Decides whose the user is. A link whose email still matches wins; else the only candidate of the best kind. */
export function ownershipOf(group: EmailGroup): Ownership {
  const { user } = group;
  if (user === null) return { kind: 'free' };
  // Nearly every email is one contact's: there is nothing to weigh then.
  const only = group.entries.length === 1 ? group.entries[0] : undefined;
  if (only !== undefined) return { kind: 'owned', owner: only.contact.id, user };
  const present = group.entries.filter(({ contact }) => !contact.isGone);
  const isLinked = ({ link }: BookEntry) => link?.userId === user.id;
  const best = [
    present.filter(isLinked),
    group.entries.filter(({ contact }) => canShare(contact)),
    present,
    group.entries.filter(isLinked),
    group.entries,
  ].find((entries) => entries.length > 0);
  const candidates = new Set(best?.map(({ contact }) => contact.id));
  const [first, ...others] = candidates;
  if (first === undefined) return { kind: 'free' };
  return others.length > 0 ? { kind: 'ambiguous', candidates, user } : { kind: 'owned', owner: first, user };
}

/** Only active contacts share an email; an inactive or a gone one takes nothing from them, and has its own problem. */
export function canShare({ isActive, isGone }: Contact): boolean {
  return isActive && !isGone;
}

const NOBODY: ReadonlySet<ContactId> = new Set();

/** The contacts that share the email with another one. */
export function sharingContacts(group: EmailGroup): ReadonlySet<ContactId> {
  if (group.emailKey === '' || group.entries.length < 2) return NOBODY;
  const sharing = group.entries.filter(({ contact }) => canShare(contact));
  return new Set(sharing.length > 1 ? sharing.map(({ contact }) => contact.id) : []);
}

/** Groups entries by the key of their email. */
export function groupByEmail(entries: Iterable<BookEntry>): Map<string, BookEntry[]> {
  const groups = new Map<string, BookEntry[]>();
  for (const entry of entries) {
    const key = emailKey(entry.contact.email);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}

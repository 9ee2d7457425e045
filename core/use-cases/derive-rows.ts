import { type Catalog, catalogOf } from '../domain/catalog.ts';
import { emailKey } from '../domain/email.ts';
import { type BookEntry, emailGroupOf, groupByEmail } from '../domain/email-group.ts';
import type { ContactId, TenantId } from '../domain/ids.ts';
import { type Derivation, deriveGroup } from '../domain/integration-status.ts';
import type { ManagedUser } from '../domain/managed-user.ts';
import type { BookKey } from '../domain/scope.ts';
import { ofUser } from '../domain/shown-row.ts';
import type { Clock } from '../ports/clock.ts';
import type { BookRow, ContactBook, DerivationRecord, StoredDerivation } from '../ports/contact-book.ts';
import type { Packages } from '../ports/packages.ts';
import type { StorageDestinations } from '../ports/storage-destinations.ts';
import type { Freshness, UserRepository } from '../ports/user-repository.ts';

export interface DerivingPorts {
  readonly contactBook: ContactBook;
  readonly users: UserRepository;
  readonly storageDestinations: StorageDestinations;
  readonly packages: Packages;
  readonly clock: Clock;
}

export type Derivations = ReadonlyMap<ContactId, Derivation>;

export async function loadCatalog(
  { storageDestinations, packages }: Pick<DerivingPorts, 'storageDestinations' | 'packages'>,
  tenantId: TenantId,
): Promise<Catalog> {
  return catalogOf(...(await Promise.all([storageDestinations.list(tenantId), packages.list(tenantId)])));
}

/** The rows, with every other row that has the email of one of them, each once. */
export async function withCompleteGroups(
  { contactBook }: Pick<DerivingPorts, 'contactBook'>,
  key: BookKey,
  rows: readonly BookRow[],
): Promise<readonly BookRow[]> {
  const others = await contactBook.withEmails(key, emailKeysOf(rows.map(({ entry }) => entry)));
  return [...new Map([...others, ...rows].map((row) => [row.entry.contact.id, row])).values()];
}

/** The entries as they are given, with every other entry of the book that has the email of one of them. */
export async function withGroupEntries(
  { contactBook }: Pick<DerivingPorts, 'contactBook'>,
  key: BookKey,
  entries: readonly BookEntry[],
): Promise<readonly BookEntry[]> {
  const others = (await contactBook.withEmails(key, emailKeysOf(entries))).map(({ entry }) => entry);
  return [...new Map([...others, ...entries].map((entry) => [entry.contact.id, entry])).values()];
}

/** Today's users of the entries, by the key of their email. */
export async function usersOf(
  { users }: Pick<DerivingPorts, 'users'>,
  key: BookKey,
  entries: readonly BookEntry[],
  freshness: Freshness = {},
): Promise<ReadonlyMap<string, ManagedUser>> {
  const found = await users.findByEmails(key.tenantId, emailKeysOf(entries), freshness);
  return new Map(found.map((user) => [emailKey(user.email), user]));
}

/** Derives entries whose email groups are complete. */
export function deriveEntries(
  entries: readonly BookEntry[],
  usersByKey: ReadonlyMap<string, ManagedUser>,
  catalog: Catalog,
): Derivations {
  const derivations = new Map<ContactId, Derivation>();
  for (const [key, group] of groupByEmail(entries)) {
    for (const derivation of deriveGroup(emailGroupOf(key, group, usersByKey), catalog)) {
      derivations.set(derivation.entry.contact.id, derivation);
    }
  }
  return derivations;
}

/** Derives rows whose email groups are complete from today's users, and stores what has changed. */
export async function deriveRows(
  ports: Pick<DerivingPorts, 'contactBook' | 'users' | 'clock'>,
  key: BookKey,
  rows: readonly BookRow[],
  catalog: Catalog,
  begunAt = ports.clock.now(),
): Promise<Derivations> {
  const entries = rows.map(({ entry }) => entry);
  const derivations = deriveEntries(entries, await usersLookedFor(ports, key, rows, begunAt), catalog);
  await storeDerivations(ports, key, rows, derivations);
  return derivations;
}

/**
 * Today's users, looked for once more where one that was there is missing: it may be younger than the answer, and a
 * failed attempt and a contact that is gone are forgotten for good with their user.
 */
async function usersLookedFor(
  ports: Pick<DerivingPorts, 'users'>,
  key: BookKey,
  rows: readonly BookRow[],
  begunAt: Date,
): Promise<ReadonlyMap<string, ManagedUser>> {
  const entries = rows.map(({ entry }) => entry);
  const found = await usersOf(ports, key, entries);
  const isMissed = ({ entry: { contact, attempt }, derived }: BookRow) => {
    const known = attempt?.userId ?? (contact.isGone ? derived.userId : null);
    return known !== null && !found.has(emailKey(contact.email));
  };
  const missed = rows.filter(isMissed).map(({ entry }) => entry);
  if (missed.length === 0) return found;
  return new Map([...found, ...(await usersOf(ports, key, missed, { notBefore: begunAt }))]);
}

async function storeDerivations(
  { contactBook }: Pick<DerivingPorts, 'contactBook'>,
  key: BookKey,
  rows: readonly BookRow[],
  derivations: Derivations,
): Promise<void> {
  const records: DerivationRecord[] = [];
  for (const { entry, derived, revision } of rows) {
    const now = derivations.get(entry.contact.id);
    if (now === undefined) continue;
    const { attempt } = now;
    const stored = storedDerivation(now);
    if (isSameDerivation(stored, derived) && attempt?.userId === entry.attempt?.userId) continue;
    records.push({ contactId: entry.contact.id, revision, derived: stored, attempt });
  }
  if (records.length > 0) await contactBook.saveDerivations(key, records);
}

/** What a book keeps of a derivation. */
export function storedDerivation(derivation: Derivation): StoredDerivation {
  const { status, problem, user } = derivation;
  return { status, problem, userId: user?.id ?? null, ...ofUser(derivation) };
}

function isSameDerivation(one: StoredDerivation, other: StoredDerivation): boolean {
  return (
    one.status === other.status &&
    one.problem === other.problem &&
    one.userId === other.userId &&
    one.userCompany === other.userCompany &&
    one.shown.destinationId === other.shown.destinationId &&
    one.shown.packageId === other.shown.packageId
  );
}

function emailKeysOf(entries: readonly BookEntry[]): string[] {
  const keys = new Set(entries.map(({ contact }) => emailKey(contact.email)));
  keys.delete('');
  return [...keys];
}

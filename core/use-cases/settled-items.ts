import type { Catalog } from '../domain/catalog.ts';
import { emailKey } from '../domain/email.ts';
import type { BookEntry } from '../domain/email-group.ts';
import type { TenantId } from '../domain/ids.ts';
import type { ManagedUser } from '../domain/managed-user.ts';
import type { BookKey } from '../domain/scope.ts';
import type { Clock } from '../ports/clock.ts';
import type { BookRow, ImportRecord } from '../ports/contact-book.ts';
import { isPluginError, type PluginError } from '../ports/errors.ts';
import type { ClaimedRun, RunStore } from '../ports/run-store.ts';
import {
  type DerivingPorts,
  deriveEntries,
  deriveRows,
  loadCatalog,
  storedDerivation,
  usersOf,
  withCompleteGroups,
} from './derive-rows.ts';
import type { ReadBack, Settled } from './settle-import.ts';

/** An import that a worker has taken up. */
export interface ClaimedImport {
  readonly claimed: ClaimedRun;
  readonly key: BookKey;
  readonly catalog: Catalog;
}

/** Users as read back; `away` is why they can't be read, and then nobody knows what came of the entries. */
interface UsersReadBack {
  readonly readBack: (entry: BookEntry) => ReadBack;
  readonly away: PluginError | null;
}

export async function readBackUsers(
  ports: Pick<DerivingPorts, 'users'> & { readonly clock: Clock },
  key: BookKey,
  entries: readonly BookEntry[],
): Promise<UsersReadBack> {
  try {
    const users = await usersOf(ports, key, entries, { notBefore: ports.clock.now() });
    return { readBack: userOf(users), away: null };
  } catch (error) {
    return { readBack: () => 'unread', away: unavailable(error) };
  }
}

/** What can be assigned; null when Managed Backup can't be asked. */
export async function catalogIfAvailable(
  ports: Parameters<typeof loadCatalog>[0],
  tenantId: TenantId,
): Promise<Catalog | null> {
  try {
    return await loadCatalog(ports, tenantId);
  } catch (error) {
    unavailable(error);
    return null;
  }
}

/** What says that Managed Backup can't be asked; anything else is thrown on. */
function unavailable(error: unknown): PluginError {
  if (isPluginError(error) && error.code === 'console_unavailable') return error;
  throw error;
}

/** The user with the email of an entry, of those that were read. */
export function userOf(users: ReadonlyMap<string, ManagedUser>): (entry: BookEntry) => ManagedUser | null {
  return ({ contact }) => users.get(emailKey(contact.email)) ?? null;
}

/**
 * Records how items ended, what that leaves with their contacts, and what follows for those and their email's others;
 * without a catalog what follows is left to the next look.
 */
export async function recordSettled(
  ports: DerivingPorts & { readonly runs: RunStore },
  { claimed, key, catalog }: Omit<ClaimedImport, 'catalog'> & { readonly catalog: Catalog | null },
  settled: readonly Settled[],
): Promise<void> {
  const records = recordsOf(settled, catalog);
  const unkept = await ports.runs.recordOutcomes(
    claimed,
    settled.map(({ outcome }) => outcome),
    records,
  );
  if (catalog === null) return;
  const underived = new Set([
    ...unkept,
    ...records.filter(({ follows }) => !follows).map(({ contactId }) => contactId),
  ]);
  const entries = settled.map(({ left }) => left).filter(({ contact }) => underived.has(contact.id));
  if (entries.length > 0) await deriveRows(ports, key, await rowsOf(ports, key, entries), catalog);
}

/** What is recorded of the items, with what follows for contacts that have their email for themselves. */
function recordsOf(settled: readonly Settled[], catalog: Catalog | null): readonly ImportRecord[] {
  const recorded = settled.flatMap((each) => (each.record === null ? [] : [{ ...each, record: each.record }]));
  if (catalog === null) return recorded.map(({ record }) => record);
  const alone = recorded.filter(({ revision }) => revision !== null);
  const users = new Map(alone.flatMap(({ left, user }) => (user ? [[emailKey(left.contact.email), user]] : [])));
  const derivations = deriveEntries(
    alone.map(({ left }) => left),
    users,
    catalog,
  );
  return recorded.map(({ record, left, revision }) => {
    const derivation = revision === null ? undefined : derivations.get(left.contact.id);
    if (revision === null || derivation?.attempt !== left.attempt) return record;
    return { ...record, follows: { revision, derived: storedDerivation(derivation) } };
  });
}

/** The contacts' rows with complete groups; one whose email is another one by now has to be found by its id. */
async function rowsOf(ports: DerivingPorts, key: BookKey, entries: readonly BookEntry[]): Promise<readonly BookRow[]> {
  const byEmail = await ports.contactBook.withEmails(
    key,
    entries.map(({ contact }) => emailKey(contact.email)),
  );
  const found = new Set(byEmail.map(({ entry }) => entry.contact.id));
  const others = entries.map(({ contact }) => contact.id).filter((id) => !found.has(id));
  if (others.length === 0) return byEmail;
  const byId = await withCompleteGroups(ports, key, await ports.contactBook.withIds(key, others));
  return [...new Map([...byEmail, ...byId].map((row) => [row.entry.contact.id, row])).values()];
}

import type { Catalog } from '../domain/catalog.ts';
import { emailKey } from '../domain/email.ts';
import type { BookEntry } from '../domain/email-group.ts';
import type { BookKey } from '../domain/scope.ts';
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
    settled.map(({ record }) => record),
  );
}

/** Derives the contacts anew, with those that share their emails. */
export async function deriveSettled(
  ports: DerivingPorts,
  key: BookKey,
  settled: readonly Settled[],
  catalog: Catalog,
): Promise<void> {
  const attempted = await ports.contactBook.withIds(
    key,
    settled.map(({ record }) => record.contactId),
  );
  await deriveRows(ports, key, await withCompleteGroups(ports, key, attempted), catalog);
}

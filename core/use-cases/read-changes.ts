import type { Watermarks } from '../ports/contact-book.ts';
import type { ChangedReading, SourceEntity, TimedCounts } from '../ports/contact-source.ts';
import { NewestStamp } from './newest-stamp.ts';
import { readStranded } from './read-stranded.ts';
import type { ReadingKit, ReadingNote } from './reading-kit.ts';
import { pagesOf } from './refresh-calls.ts';
import { SideBySide } from './side-by-side.ts';
import { sweepIds } from './sweep-ids.ts';

// Stamps are finer than filters, and come from a clock of their own (autotask-api.md §8, inferred).
const OVERLAP_MS = 5 * 60 * 1000;

const SWEEP_EVERY_MS = 24 * 60 * 60 * 1000;

// From here on Autotask slows every program down by a second per call (autotask-api.md §5, documented).
const SHARE_FOR_URGENT_WORK = 0.75;

/**
 * Reads what was created or changed since the last refresh; ids only when the counts do not add up, or once a day.
 * Answers null when the UserName has come to open another database, with which nothing here has to do.
 */
export async function readChanges(kit: ReadingKit, watermarks: Watermarks): Promise<ReadingNote | null> {
  const { source, clock, key, generation, credentials, options, progress } = kit;
  const newest = { contacts: new NewestStamp(), accounts: new NewestStamp() };
  const reading = new SideBySide();
  const [contacts, accounts] = [
    await changesOf(kit, 'contacts', watermarks),
    await changesOf(kit, 'accounts', watermarks),
  ];
  const [counted] = await reading.all([
    source.counts(credentials, options),
    reading.each(source.contacts(credentials, contacts, options), async (page) => {
      newest.contacts.add(page.newest);
      await generation.addContacts(page.rows);
    }),
    reading.each(source.accounts(credentials, accounts, options), async (page) => {
      newest.accounts.add(page.newest);
      await generation.addAccounts(page.rows);
    }),
  ]);
  if (counted.databaseId !== key.databaseId) return null;
  await progress.expect(counted.contacts);
  const isSwept = (await isSweepNeeded(kit, counted)) || (await isSweepDue(kit, counted));
  if (isSwept) await sweepIds(kit, counted);
  await readStranded(kit, newest.accounts.isAfter(watermarks.accounts) ? 'all' : 'closing');
  return {
    watermarks: advanced(watermarks, newest, counted.at),
    comparedAt: isSwept ? clock.now().toISOString() : null,
  };
}

/** Deletions leave no trace but the count (autotask-api.md §8, seen in 2 clients). */
async function isSweepNeeded({ generation }: ReadingKit, counted: TimedCounts): Promise<boolean> {
  const { contacts, accounts } = await generation.counts();
  return contacts !== counted.contacts || accounts !== counted.accounts;
}

/** A contact that was deleted and another that came without a stamp of its own can make up for each other. */
async function isSweepDue({ source, clock, state, credentials, options }: ReadingKit, counted: TimedCounts) {
  const since = state.comparedAt === null ? Number.POSITIVE_INFINITY : Date.parse(state.comparedAt);
  if (clock.now().getTime() - since < SWEEP_EVERY_MS) return false;
  const { limit, used } = await source.usage(credentials, options);
  return used + pagesOf(counted) < limit * SHARE_FOR_URGENT_WORK;
}

async function changesOf(
  { contactBook, key }: ReadingKit,
  entity: SourceEntity,
  watermarks: Watermarks,
): Promise<ChangedReading> {
  const since = new Date(Date.parse(watermarks[entity]) - OVERLAP_MS).toISOString();
  return { since, lastId: await contactBook.lastId(key, entity) };
}

function advanced(present: Watermarks, newest: Record<SourceEntity, NewestStamp>, begunAt: string | null): Watermarks {
  const later = (entity: SourceEntity) => {
    const mark = begunAt === null ? null : newest[entity].mark(begunAt);
    return mark !== null && mark > present[entity] ? mark : present[entity];
  };
  return { contacts: later('contacts'), accounts: later('accounts') };
}

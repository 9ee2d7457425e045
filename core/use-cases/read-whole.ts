import type { Watermarks } from '../ports/contact-book.ts';
import type { SourceEntity, TimedCounts } from '../ports/contact-source.ts';
import { SourceIncomplete } from '../ports/errors.ts';
import { NewestStamp } from './newest-stamp.ts';
import { readStranded } from './read-stranded.ts';
import { boundariesOf, missingFrom, type ReadingKit, type ReadingNote } from './reading-kit.ts';
import { SideBySide } from './side-by-side.ts';

/** Reads every contact and every account into the generation, and proves by counts that none is missing. */
export async function readWhole(kit: ReadingKit): Promise<ReadingNote> {
  const { source, clock, generation, credentials, options, progress } = kit;
  const boundaries = { contacts: await boundariesOf(kit, 'contacts'), accounts: await boundariesOf(kit, 'accounts') };
  const newest = { contacts: new NewestStamp(), accounts: new NewestStamp() };
  const counting = countsOf(kit);
  const whole = (entity: SourceEntity) => {
    const count = counting.then((counted) => counted[entity]);
    count.catch(() => undefined); // Thrown below, by the counting itself.
    return { count, boundaries: boundaries[entity] };
  };
  const reading = new SideBySide();
  const accounts = { named: new Set<string>(), read: new Set<string>() };
  const [counted] = await reading.all([
    counting,
    reading.each(source.contacts(credentials, whole('contacts'), options), async (page) => {
      newest.contacts.add(page.newest);
      for (const { accountId } of page.rows) accounts.named.add(accountId);
      await generation.addContacts(page.rows);
      await progress.add(page.rows.length);
    }),
    reading.each(source.accounts(credentials, whole('accounts'), options), async (page) => {
      newest.accounts.add(page.newest);
      for (const { id } of page.rows) accounts.read.add(id);
      await generation.addAccounts(page.rows);
    }),
  ]);
  if ([...accounts.named].some((id) => !accounts.read.has(id))) await readStranded(kit, 'closing');
  const received = await generation.counts();
  const missing = missingFrom(counted, received);
  // Rows may have gone while they were read, so only a count that is still higher is proof.
  if (missing && missingFrom(await source.counts(credentials, options), received)) throw new SourceIncomplete(missing);
  return { watermarks: watermarksOf(newest, counted.at), comparedAt: clock.now().toISOString() };
}

async function countsOf({ source, credentials, options, progress }: ReadingKit): Promise<TimedCounts> {
  const counted = await source.counts(credentials, options);
  await progress.expect(counted.contacts);
  return counted;
}

/** Null when the source tells no times: the next refresh has to read everything again. */
function watermarksOf(newest: Record<SourceEntity, NewestStamp>, begunAt: string | null): Watermarks | null {
  if (begunAt === null) return null;
  const contacts = newest.contacts.mark(begunAt);
  const accounts = newest.accounts.mark(begunAt);
  return contacts === null || accounts === null ? null : { contacts, accounts };
}

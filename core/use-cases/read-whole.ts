import type { Watermarks } from '../ports/contact-book.ts';
import type { SourceEntity } from '../ports/contact-source.ts';
import { SourceIncomplete } from '../ports/errors.ts';
import { NewestStamp } from './newest-stamp.ts';
import { missingFrom, type ReadingKit, type ReadingNote, wholeReading } from './reading-kit.ts';
import { SideBySide } from './side-by-side.ts';

/** Reads every contact and every account into the generation, and proves by counts that none is missing. */
export async function readWhole(kit: ReadingKit): Promise<ReadingNote> {
  const { source, clock, generation, credentials, options, progress } = kit;
  const counted = await source.counts(credentials, options);
  await progress.expect(counted.contacts);
  const [contactReading, accountReading] = await Promise.all([
    wholeReading(kit, 'contacts', counted),
    wholeReading(kit, 'accounts', counted),
  ]);
  const newest = { contacts: new NewestStamp(), accounts: new NewestStamp() };
  const reading = new SideBySide();
  await reading.all([
    reading.each(source.contacts(credentials, contactReading, options), async (page) => {
      newest.contacts.add(page.newest);
      await generation.addContacts(page.rows);
      await progress.add(page.rows.length);
    }),
    reading.each(source.accounts(credentials, accountReading, options), async (page) => {
      newest.accounts.add(page.newest);
      await generation.addAccounts(page.rows);
    }),
  ]);
  const received = await generation.counts();
  const missing = missingFrom(counted, received);
  // Rows may have gone while they were read, so only a count that is still higher is proof.
  if (missing && missingFrom(await source.counts(credentials, options), received)) throw new SourceIncomplete(missing);
  return { watermarks: watermarksOf(newest, counted.at), comparedAt: clock.now().toISOString() };
}

/** Null when the source tells no times: the next refresh has to read everything again. */
function watermarksOf(newest: Record<SourceEntity, NewestStamp>, begunAt: string | null): Watermarks | null {
  if (begunAt === null) return null;
  const contacts = newest.contacts.mark(begunAt);
  const accounts = newest.accounts.mark(begunAt);
  return contacts === null || accounts === null ? null : { contacts, accounts };
}

import type { ContactId } from '../domain/ids.ts';
import type { StrandedQuery } from '../ports/contact-book.ts';
import type { ReadingKit } from './reading-kit.ts';

/** As many as one call asks for (autotask-api.md §3.2, documented: 500 conditions at most). */
const STRANDED_AT_ONCE = 500;

/**
 * Reads again whom a merge of accounts may have moved. It need not stamp the contacts (autotask-api.md §14.4, unknown), but
 * deletes or closes the account that it empties, which may have been closed before.
 */
export async function readStranded(
  { source, generation, credentials, options }: ReadingKit,
  closed: StrandedQuery['closed'],
): Promise<void> {
  let after: ContactId | null = null;
  for (;;) {
    const stranded: readonly ContactId[] = await generation.strandedContacts({
      closed,
      after,
      limit: STRANDED_AT_ONCE,
    });
    if (stranded.length === 0) return;
    // Whoever is not found has gone; that is the sweep's to find.
    await generation.addContacts(await source.contactsById(credentials, stranded, options));
    after = stranded.at(-1) ?? null;
  }
}

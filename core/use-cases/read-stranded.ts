import type { ContactId } from '../domain/ids.ts';
import type { StrandedQuery } from '../ports/contact-book.ts';
import type { ReadingKit } from './reading-kit.ts';

/** As many as one call asks for (autotask-api.md §3.2, documented: 500 conditions at most). */
const STRANDED_AT_ONCE = 500;

/**
 * Reads again whom a merge of accounts may have moved. It need not stamp the contacts (autotask-api.md §14.4, unknown), but
 * deletes the account that it empties, or changes it; that may have been closed before, or be open again by now.
 */
export async function readStranded(kit: ReadingKit, added: StrandedQuery['added']): Promise<void> {
  let after: ContactId | null = null;
  for (;;) {
    const stranded: readonly ContactId[] = await kit.generation.strandedContacts({
      added,
      after,
      limit: STRANDED_AT_ONCE,
    });
    if (stranded.length === 0) return;
    await readAgain(kit, stranded);
    after = stranded.at(-1) ?? null;
  }
}

/** An answer may be cut short, so whoever is missing is asked for again; when nobody comes any more, they have gone. */
async function readAgain(
  { source, generation, credentials, options }: ReadingKit,
  stranded: readonly ContactId[],
): Promise<void> {
  const missing = new Set(stranded);
  while (missing.size > 0) {
    const found = await source.contactsById(credentials, [...missing], options);
    if (found.length === 0) return;
    await generation.addContacts(found);
    for (const { id } of found) missing.delete(id);
  }
}

import type { SourceCounts, SourceEntity } from '../ports/contact-source.ts';
import { SourceIncomplete } from '../ports/errors.ts';
import { boundariesOf, missingFrom, type ReadingKit } from './reading-kit.ts';
import { SideBySide } from './side-by-side.ts';

/** As many as one call asks for (autotask-api.md §3.2, documented: 500 conditions at most). */
const UNKNOWN_AT_ONCE = 500;

/** Reads nothing but ids, to find what has gone without a trace, and what has come without a stamp. */
export async function sweepIds(kit: ReadingKit, counted: SourceCounts): Promise<void> {
  const { source, generation, credentials, options } = kit;
  const sweep = new SideBySide();
  const of = async (entity: SourceEntity) => {
    await generation.addIds(entity, []);
    const reading = { count: counted[entity], boundaries: await boundariesOf(kit, entity) };
    const ids = source.ids(entity, credentials, reading, options);
    await sweep.each(ids, (page) => generation.addIds(entity, page));
  };
  await sweep.all([of('contacts'), of('accounts')]);
  await addUnknown(kit);
  const listed = await generation.counts();
  const missing = missingFrom(counted, listed);
  if (missing && missingFrom(await source.counts(credentials, options), listed)) throw new SourceIncomplete(missing);
}

/** Rows can come into sight without having changed, when the API user is given more rights (autotask-api.md §8). */
async function addUnknown({ source, generation, credentials, options }: ReadingKit): Promise<void> {
  for (;;) {
    const unknown = await generation.unknownIds(UNKNOWN_AT_ONCE);
    if (unknown.contacts.length + unknown.accounts.length === 0) return;
    const contacts = await source.contactsById(credentials, unknown.contacts, options);
    const accounts = await source.accountsById(credentials, unknown.accounts, options);
    await generation.addContacts(contacts);
    await generation.addAccounts(accounts);
    // What is not found by its id has gone again meanwhile.
    if (contacts.length + accounts.length === 0) return;
  }
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KnexContactBook } from '../../../adapters/knex/knex-contact-book.ts';
import { MemoryContactBook } from '../../../adapters/memory/memory-contact-book.ts';
import { accountId, contactId, destinationId } from '../../../core/domain/ids.ts';
import type { ContactFilter } from '../../../core/domain/selection.ts';
import type { BookPageRequest, BookSort, ContactBook, DerivationRecord } from '../../../core/ports/contact-book.ts';
import { aDerivation, aSourceAccount, aSourceContact, BOOK, EVERYTHING, refresh } from '../../support/book-builders.ts';
import { ENGINES, openDatabase, type TestDatabase } from '../../support/databases.ts';

const CONTACTS = 6500;

/** Each word that is searched for below belongs to another share of the contacts: few, some, or more than are looked up. */
const PEOPLE = Array.from({ length: CONTACTS }, (_, index) =>
  aSourceContact(index + 1, {
    firstName: `Common${index % 700}`,
    lastName: [index % 3 === 0 ? 'Third' : '', index % 2 === 0 ? 'Half' : '', index % 1000 === 7 ? 'Rare' : ''].join(
      ' ',
    ),
    email: `person.${(index * 7) % CONTACTS}@example.com`,
    accountId: accountId(index % 4 === 0 ? '100' : '200'),
    isActive: index % 5 !== 0,
  }),
);
const ACCOUNTS = [aSourceAccount(100, { name: 'Quarter' }), aSourceAccount(200, { name: 'Rest' })];

const DERIVED: readonly DerivationRecord[] = PEOPLE.flatMap(({ id }, index) => {
  const derived =
    index % 3 === 1
      ? aDerivation({ status: 'equal', problem: index % 9 === 1 ? 'package_gone' : null })
      : aDerivation({ status: 'failed', problem: 'console_refused' });
  return index % 3 === 0 ? [] : [{ contactId: contactId(id), revision: 0, derived, attempt: null }];
});

/** Most have the first one; some have one that the catalog does not hold, or none. */
const DESTINATIONS = Array.from({ length: 12 }, (_none, index) => `d-${11 - index}`);
const ASSIGNED = PEOPLE.flatMap(({ id }, index) => {
  if (index % 10 === 9) return [];
  return [{ id, destination: index % 10 < 6 ? 'd-11' : index % 10 < 8 ? `d-${index % 11}` : `gone-${index % 7}` }];
});

async function assign(to: ContactBook): Promise<void> {
  for (const destination of new Set(ASSIGNED.map((one) => one.destination))) {
    const ids = ASSIGNED.filter((one) => one.destination === destination).map(({ id }) => id);
    await to.assign(EVERYTHING, { ids }, { destinationId: destinationId(destination) });
  }
}

const FILTERS: readonly ContactFilter[] = [
  {},
  { q: 'common' },
  { q: 'rare' },
  { q: 'third' },
  { q: 'third half' },
  { q: 'third common' },
  { q: 'rare common' },
  { q: 'nobody common' },
  { q: 'third', active: false },
  { status: 'equal' },
  { status: 'equal', problem: 'package_gone' },
  { status: 'blank', active: true },
  { problem: 'any', q: 'half' },
  { needsWork: true },
  { needsWork: false },
  { needsWork: true, q: 'third' },
  { account: accountId('100') },
  { account: accountId('200') },
  { account: accountId('100'), q: 'half', status: 'failed' },
];
const SORTS: readonly BookSort[] = [
  { field: 'lastName', direction: 'ascending' },
  { field: 'email', direction: 'descending' },
  { field: 'destination', direction: 'ascending', order: DESTINATIONS },
  { field: 'destination', direction: 'descending', order: DESTINATIONS },
];
const STRETCHES = [
  { limit: 3, at: 0 },
  { limit: 3, at: 1200 },
  { limit: 500, at: 4200 },
  { limit: 4, at: CONTACTS - 3 },
  { limit: 2, at: CONTACTS },
];

/** A list so long that the parts of a filter are looked up by their indexes or not, beside one that looks at each contact. */
describe.each(ENGINES)('a long list on %s', (engine) => {
  let database: TestDatabase;
  let book: ContactBook;
  const plain: ContactBook = new MemoryContactBook();
  beforeAll(async () => {
    database = await openDatabase(engine);
    book = new KnexContactBook(database);
    for (const one of [book, plain]) {
      await refresh(one, PEOPLE, ACCOUNTS);
      await one.saveDerivations(BOOK, DERIVED);
      await assign(one);
    }
  });
  afterAll(() => database.dispose());

  it.each(FILTERS)('has the same pages and counts by %o as one that looks at every contact', async (filter) => {
    expect(await book.counts(EVERYTHING, filter)).toEqual(await plain.counts(EVERYTHING, filter));
    for (const sort of SORTS) {
      const all = await idsOf(plain, { filter, sort, limit: CONTACTS });
      for (const { limit, at } of STRETCHES) {
        const ids = await idsOf(book, { filter, sort, limit, at });
        expect([sort, at, ids]).toEqual([sort, at, all.slice(at, at + limit)]);
      }
    }
  });
});

async function idsOf(book: ContactBook, request: BookPageRequest): Promise<readonly string[]> {
  return (await book.page(EVERYTHING, request)).rows.map(({ entry }) => entry.contact.id);
}

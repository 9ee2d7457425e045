import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countStates } from '../../../adapters/knex/contact-states.ts';
import { KnexContactBook } from '../../../adapters/knex/knex-contact-book.ts';
import { contactId, databaseId, tenantId, userId } from '../../../core/domain/ids.ts';
import type { ContactBook } from '../../../core/ports/contact-book.ts';
import { NOTHING_KNOWN } from '../../contract/contact-book-trial.ts';
import {
  aSourceAccount,
  aSourceContact,
  BOOK,
  EVERYTHING,
  idsOf,
  refresh,
  rowOf,
} from '../../support/book-builders.ts';
import { aLink, anAttempt } from '../../support/builders.ts';
import { ENGINES, openDatabase, type TestDatabase } from '../../support/databases.ts';

const STAGING = ['autotask_staged_contact', 'autotask_staged_account', 'autotask_staged_id'];

/** What the suite of all contact books cannot see: the tables behind the adapter's back. */
describe.each(ENGINES)('the contact book’s tables on %s', (engine) => {
  let database: TestDatabase;
  let book: ContactBook;
  beforeEach(async () => {
    database = await openDatabase(engine);
    book = new KnexContactBook(database);
  });
  afterEach(() => database.dispose());

  const rowsIn = async (table: string): Promise<number> =>
    Number((await database.knex(table).count({ rows: '*' }))[0]?.['rows']);

  it('keeps one row per contact and account', async () => {
    const contacts = [aSourceContact(1), aSourceContact(2)];
    await refresh(book, contacts, [aSourceAccount(100), aSourceAccount(200)]);
    await refresh(book, contacts.slice(1), [aSourceAccount(100)]);
    expect([await rowsIn('autotask_contact'), await rowsIn('autotask_account')]).toEqual([2, 1]);
  });

  it('leaves nothing in the staging tables after a commit, a discard, or a new beginning', async () => {
    const fill = async () => {
      const generation = await book.begin(BOOK, 'changes');
      await generation.addContacts([aSourceContact(1)]);
      await generation.addAccounts([aSourceAccount(100)]);
      await generation.addIds('contacts', ['1']);
      expect(await Promise.all(STAGING.map(rowsIn))).toEqual([1, 1, 1]);
      return generation;
    };
    await (await fill()).commit(NOTHING_KNOWN);
    expect(await Promise.all(STAGING.map(rowsIn))).toEqual([0, 0, 0]);
    await (await fill()).discard();
    expect(await Promise.all(STAGING.map(rowsIn))).toEqual([0, 0, 0]);
    await fill();
    await book.begin(BOOK, 'whole');
    expect(await Promise.all(STAGING.map(rowsIn))).toEqual([0, 0, 0]);
  });

  it('counts states in their index, without a look at the contacts', async () => {
    const counting = countStates(database.knex, BOOK, {});
    const explain = engine === 'sqlite' ? 'explain query plan' : 'explain';
    const plan = await database.knex.transaction(async (transaction) => {
      // So few rows as here PostgreSQL would read otherwise.
      if (engine === 'postgres')
        await transaction.raw('set local enable_seqscan = off; set local enable_bitmapscan = off');
      return JSON.stringify(await transaction.raw(`${explain} select * from ? as counting`, [counting]));
    });
    expect(plan).toMatch(/(COVERING INDEX|Index Only Scan using) autotask_contact_by_state/);
  });

  it('has the same indexes behind a long first list as before it', async () => {
    const indexes = async (): Promise<readonly unknown[]> => {
      const query =
        engine === 'sqlite'
          ? database.knex('sqlite_master').select('name', 'sql').where({ type: 'index' }).orderBy('name')
          : database.knex('pg_indexes').select('indexname', 'indexdef').orderBy('indexname');
      return (await query) as readonly unknown[];
    };
    const before = await indexes();
    const many = Array.from({ length: 20_000 }, (_none, index) => aSourceContact(index + 1));
    await refresh(book, many, [aSourceAccount(100)]);
    expect(await indexes()).toEqual(before);
    expect(before.length).toBeGreaterThan(5);
  });

  it('leaves another book’s staged rows alone', async () => {
    const generation = await book.begin({ ...BOOK, databaseId: databaseId('4712') }, 'whole');
    await generation.addContacts([aSourceContact(1)]);
    await refresh(book, [aSourceContact(1)]);
    await (await book.begin({ ...BOOK, tenantId: tenantId('msp-2') }, 'whole')).discard();
    expect(await generation.counts()).toEqual({ contacts: 1, accounts: 0 });
  });

  it('writes the rows that changed, and no other', async () => {
    await refresh(book, [aSourceContact(1), aSourceContact(2), aSourceContact(3)]);
    await refresh(book, [aSourceContact(1), aSourceContact(2, { firstName: 'Augusta' }), aSourceContact(4)]);
    const revisions = () => Promise.all([1, 2, 3, 4].map(async (id) => (await rowOf(book, id)).revision));
    expect(await revisions()).toEqual([0, 1, 1, 0]);
    await refresh(book, [aSourceContact(1), aSourceContact(2, { firstName: 'Augusta' }), aSourceContact(4)]);
    expect(await revisions()).toEqual([0, 1, 1, 0]);
  });

  it('keeps the words of its contacts, and of no other', async () => {
    const words = async (): Promise<readonly string[]> => {
      const rows: readonly { id: number | string; word: string }[] = await database
        .knex('autotask_contact_word')
        .select('id', 'word')
        .orderBy(['id', 'word']);
      return rows.map(({ id, word }) => `${id} ${word}`);
    };
    const people = (lastName: string) => [
      aSourceContact(1, { firstName: 'Zoë', lastName, email: '' }),
      aSourceContact(2, { firstName: '', lastName: `${'x'.repeat(100)}yz`, email: 'x@x' }),
    ];
    const long = `2 ${'x'.repeat(100)}`;
    await refresh(book, people("O'Hara O"), [aSourceAccount(100, { name: 'Ada & Co' })]);
    expect(await words()).toEqual(['1 ada', '1 co', '1 hara', '1 o', '1 zoe', '2 ada', '2 co', '2 x', long]);
    await refresh(book, people('Smith'), [aSourceAccount(100, { name: 'Ada & Sons' })]);
    expect(await words()).toEqual(['1 ada', '1 smith', '1 sons', '1 zoe', '2 ada', '2 sons', '2 x', long]);
    expect(await idsOf(book, { q: `${'x'.repeat(100)}y` })).toEqual(['2']);
    expect(await idsOf(book, { q: `${'x'.repeat(100)}z` })).toEqual([]);
    await refresh(book, people('Smith').slice(1), [aSourceAccount(100, { name: 'Ada & Sons' })]);
    expect(await book.dropGone(BOOK)).toBe(1);
    expect(await words()).toEqual(['2 ada', '2 sons', '2 x', long]);
  });

  it('leaves the list as it was when a commit breaks off', async () => {
    await refresh(book, [aSourceContact(1)]);
    const generation = await book.begin(BOOK, 'whole');
    await generation.addContacts([aSourceContact(2)]);
    await generation.addAccounts([aSourceAccount(100, { name: 'Renamed' })]);
    await database.knex.schema.renameTable('autotask_contact', 'hidden');
    await expect(generation.commit(NOTHING_KNOWN)).rejects.toThrow();
    await database.knex.schema.renameTable('hidden', 'autotask_contact');
    expect(await database.knex('autotask_account').pluck('name')).toEqual(['Account 100']);
    await generation.commit(NOTHING_KNOWN);
    expect(await idsOf(book, { active: true })).toEqual(['2']);
  });

  it('replaces what no engine can keep', async () => {
    const broken = 'a\0b\uD800c';
    const contact = aSourceContact(1, { firstName: broken, email: `${broken}@x.example` });
    await refresh(book, [contact], [aSourceAccount(100, { name: broken })]);
    const { firstName, account } = (await rowOf(book, 1)).entry.contact;
    expect([firstName, account]).toEqual(['a\uFFFDb\uFFFDc', 'a\uFFFDb\uFFFDc']);
    await book.recordImports(BOOK, [
      { contactId: contactId('1'), link: aLink({ userId: userId('u'), firstName: broken }) },
      { contactId: contactId('1'), attempt: anAttempt({ quote: broken }) },
    ]);
    const { link, attempt } = (await rowOf(book, 1)).entry;
    expect([link?.firstName, attempt?.quote]).toEqual(['a\uFFFDb\uFFFDc', 'a\uFFFDb\uFFFDc']);
  });

  it('refuses a contact that has no number', async () => {
    const generation = await book.begin(BOOK, 'whole');
    await expect(generation.addContacts([aSourceContact('x')])).rejects.toThrow('numbers its contacts');
    const changes = await book.begin(BOOK, 'changes');
    await expect(changes.addIds('contacts', ['x'])).rejects.toThrow('numbers its contacts');
  });

  it('takes ids and emails in numbers that no statement has parameters for', async () => {
    await refresh(
      book,
      Array.from({ length: 1500 }, (_, index) => aSourceContact(index + 1)),
    );
    const many = Array.from({ length: 66_000 }, (_, index) => contactId(String(index + 1)));
    expect(await book.assign(EVERYTHING, { ids: many }, { packageId: null })).toBe(1500);
    expect(await book.assign(EVERYTHING, { filter: {}, except: many }, { packageId: null })).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { accountId, type ContactId, contactId, destinationId, packageId } from '../../core/domain/ids.ts';
import type { BookScope } from '../../core/domain/scope.ts';
import { CATALOG_FIELDS, type CatalogField, type ContactFilter } from '../../core/domain/selection.ts';
import type { CatalogSort, ContactBook } from '../../core/ports/contact-book.ts';
import { aSourceAccount, aSourceContact, BOOK, derive, EVERYTHING, refresh, rowOf } from '../support/book-builders.ts';
import type { WithBook } from './contact-book.contract.ts';

const NONE = { destinationId: null, packageId: null };

/** By what they are called, which says nothing of the ids. */
const ORDER = ['z', 'a', 'M'];

/** 3 and 10 show z, 2 shows M, 4 and 5 what is gone, 1 and 6 nothing. */
const SHOWN: readonly (readonly [number, string])[] = [
  [10, 'z'],
  [3, 'z'],
  [2, 'M'],
  [5, 'gone-1'],
  [4, 'gone-2'],
];
const ASCENDING = ['3', '10', '2', '5', '4', '1', '6'];

async function assign(book: ContactBook, id: number, field: CatalogField, to: string | null): Promise<void> {
  const selection = { ids: [contactId(String(id))] };
  if (field === 'destination') {
    await book.assign(EVERYTHING, selection, { destinationId: to === null ? null : destinationId(to) });
  } else {
    await book.assign(EVERYTHING, selection, { packageId: to === null ? null : packageId(to) });
  }
}

/** 1 and 2 work at Engines, the others at Gardens; 3 is inactive. */
async function fill(book: ContactBook, field: CatalogField): Promise<void> {
  const ids = [10, 3, 2, 5, 4, 1, 6];
  const contacts = ids.map((id) =>
    aSourceContact(id, { accountId: accountId(id < 3 ? '100' : '200'), isActive: id !== 3, firstName: `Person ${id}` }),
  );
  await refresh(book, contacts, [aSourceAccount(100, { name: 'Engines' }), aSourceAccount(200, { name: 'Gardens' })]);
  for (const [id, to] of SHOWN) await assign(book, id, field, to);
}

/** Lets a contact's user show what nobody has chosen. */
async function showOfUser(book: ContactBook, id: number, field: CatalogField, to: string, userCompany: string | null) {
  const shown =
    field === 'destination' ? { ...NONE, destinationId: destinationId(to) } : { ...NONE, packageId: packageId(to) };
  await derive(book, id, { status: 'modified', shown, userCompany });
}

const by = (field: CatalogField, order: readonly string[] = ORDER): CatalogSort => ({
  field,
  direction: 'ascending',
  order,
});
const descending = (sort: CatalogSort): CatalogSort => ({ ...sort, direction: 'descending' });

interface Reading {
  readonly filter?: ContactFilter;
  readonly scope?: BookScope;
  readonly limits?: readonly number[];
}

async function readAll(
  book: ContactBook,
  sort: CatalogSort,
  { filter = {}, scope = EVERYTHING, limits = [500] }: Reading = {},
): Promise<readonly string[]> {
  const ids: ContactId[] = [];
  let after: string | null = null;
  for (let round = 0; ; round += 1) {
    const limit = limits[round % limits.length] ?? 1;
    const page = await book.page(scope, { filter, sort, limit, ...(after === null ? {} : { after }) });
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    ids.push(...page.rows.map(({ entry }) => entry.contact.id));
    if (page.next === null) return ids;
    after = page.next;
  }
}

export function contactBookCatalogSorts(withBook: WithBook): void {
  describe.each(CATALOG_FIELDS)('sorted by %s', (field) => {
    it(
      'goes after the order of the catalog, then what it does not hold, then nothing; ids decide ties, descending turns it around',
      withBook(async ({ book }) => {
        await fill(book, field);
        for (const limits of [[500], [1], [2, 3], [7], [6]]) {
          expect(await readAll(book, by(field), { limits })).toEqual(ASCENDING);
          expect(await readAll(book, descending(by(field)), { limits })).toEqual(ASCENDING.toReversed());
        }
        expect(await readAll(book, by(field, ['M', 'z', 'gone-1']))).toEqual(['2', '3', '10', '5', '4', '1', '6']);
        expect(await readAll(book, by(field, []))).toEqual(['2', '5', '4', '3', '10', '1', '6']);
      }),
    );

    it(
      'jumps to every row, goes on from there, and finds nothing behind the end',
      withBook(async ({ book }) => {
        await fill(book, field);
        for (const [sort, expected] of [
          [by(field), ASCENDING],
          [descending(by(field)), ASCENDING.toReversed()],
        ] as const) {
          for (const at of [0, 1, 2, 3, 4, 5, 6, 7, 1_000_000]) {
            const page = await book.page(EVERYTHING, { filter: {}, sort, limit: 2, at });
            expect([at, page.rows.map(({ entry }) => entry.contact.id)]).toEqual([at, expected.slice(at, at + 2)]);
            if (page.next === null) continue;
            const next = await book.page(EVERYTHING, { filter: {}, sort, limit: 9, after: page.next });
            expect(next.rows.map(({ entry }) => entry.contact.id)).toEqual(expected.slice(at + 2));
          }
        }
      }),
    );

    it(
      'keeps the order in what a filter, a search or a scope leaves over, page by page',
      withBook(async ({ book }) => {
        await fill(book, field);
        await derive(book, 5, { status: 'failed', problem: 'console_refused' });
        await derive(book, 10, { status: 'failed', problem: 'console_refused' });
        const engines: BookScope = { ...BOOK, accounts: ['Engines'] };
        for (const limits of [[500], [1], [2]]) {
          const read = (reading: Reading) => readAll(book, by(field), { limits, ...reading });
          expect(await read({ filter: { active: true } })).toEqual(['10', '2', '5', '4', '1', '6']);
          expect(await read({ filter: { active: false } })).toEqual(['3']);
          expect(await read({ filter: { status: 'failed' } })).toEqual(['10', '5']);
          expect(await read({ filter: { q: 'gardens person' } })).toEqual(['3', '10', '5', '4', '6']);
          expect(await read({ filter: { account: accountId('100') } })).toEqual(['2', '1']);
          expect(await read({ filter: { problem: 'email_invalid' } })).toEqual([]);
          expect(await read({ scope: engines })).toEqual(['2', '1']);
        }
      }),
    );

    it(
      'goes through more groups than are looked into at a time',
      withBook(async ({ book }) => {
        const groups = Array.from({ length: 50 }, (_none, index) => `g-${String(index).padStart(2, '0')}`);
        const people = groups.map((_group, index) => aSourceContact(index + 1, { isActive: index % 11 === 0 }));
        await refresh(book, people);
        for (const [index, group] of groups.entries()) await assign(book, index + 1, field, group);
        const order = groups.toReversed();
        const all = people.map(({ id }) => id).toReversed();
        for (const limits of [[500], [3], [20]]) {
          expect(await readAll(book, by(field, order), { limits })).toEqual(all);
          expect(await readAll(book, by(field, order), { limits, filter: { active: true } })).toEqual(
            all.filter((id) => Number(id) % 11 === 1),
          );
        }
        const { rows } = await book.page(EVERYTHING, { filter: {}, sort: by(field, order), limit: 2, at: 45 });
        expect(rows.map(({ entry }) => entry.contact.id)).toEqual(all.slice(45, 47));
      }),
    );

    it(
      'moves a contact at once when something is chosen for it, or nothing any longer',
      withBook(async ({ book }) => {
        await fill(book, field);
        await assign(book, 6, field, 'a');
        await assign(book, 3, field, null);
        expect(await readAll(book, by(field))).toEqual(['10', '6', '2', '5', '4', '1', '3']);
      }),
    );

    it(
      'counts what the user has where nothing is chosen, but not for who may not see the user',
      withBook(async ({ book }) => {
        await fill(book, field);
        await showOfUser(book, 6, field, 'a', 'Elsewhere AG');
        await showOfUser(book, 1, field, 'a', null);
        expect(await readAll(book, by(field))).toEqual(['3', '10', '1', '6', '2', '5', '4']);
        const names = ['Engines', 'Gardens'];
        for (const limits of [[500], [1], [3]]) {
          const scoped = (accounts: readonly string[]) =>
            readAll(book, by(field), { limits, scope: { ...BOOK, accounts } });
          expect(await scoped(names)).toEqual(['3', '10', '1', '2', '5', '4', '6']);
          expect(await scoped([...names, 'Elsewhere  AG'])).toEqual(['3', '10', '1', '6', '2', '5', '4']);
          expect(await readAll(book, descending(by(field)), { limits, scope: { ...BOOK, accounts: names } })).toEqual(
            ['3', '10', '1', '2', '5', '4', '6'].toReversed(),
          );
          const filter = { q: 'gardens' };
          expect(await readAll(book, by(field), { limits, filter, scope: { ...BOOK, accounts: names } })).toEqual([
            '3',
            '10',
            '5',
            '4',
            '6',
          ]);
        }
        const { rows } = await book.page(
          { ...BOOK, accounts: names },
          { filter: {}, sort: by(field), limit: 2, at: 5 },
        );
        expect(rows.map(({ entry }) => entry.contact.id)).toEqual(['4', '6']);
      }),
    );

    it(
      'goes on behind a contact that has left its place meanwhile, the last of its group',
      withBook(async ({ book }) => {
        await fill(book, field);
        const { next } = await book.page(EVERYTHING, { filter: {}, sort: by(field), limit: 4 });
        await assign(book, 5, field, 'z');
        const page = await book.page(EVERYTHING, { filter: {}, sort: by(field), limit: 9, after: next ?? '' });
        expect(page.rows.map(({ entry }) => entry.contact.id)).toEqual(['4', '1', '6']);
      }),
    );

    it(
      'refuses a cursor when the order of the catalog is another one by now, and one of another sort',
      withBook(async ({ book }) => {
        await fill(book, field);
        const { next } = await book.page(EVERYTHING, { filter: {}, sort: by(field), limit: 2 });
        const goOn = (sort: CatalogSort) => book.page(EVERYTHING, { filter: {}, sort, limit: 2, after: next ?? '' });
        expect((await goOn(by(field, [...ORDER]))).rows).toHaveLength(2);
        for (const order of [['a', 'z', 'M'], ['z', 'a'], [...ORDER, 'new'], []]) {
          await expect(goOn(by(field, order))).rejects.toMatchObject({
            code: 'cursor_invalid',
            message: expect.stringContaining('have changed') as string,
          });
        }
        const other = field === 'destination' ? 'package' : 'destination';
        await expect(goOn(by(other))).rejects.toMatchObject({ code: 'cursor_invalid' });
        await expect(goOn(descending(by(field)))).rejects.toMatchObject({ code: 'cursor_invalid' });
      }),
    );
  });

  it(
    'keeps what a user adds to a row, and another choice does not become the user’s',
    withBook(async ({ book, other }) => {
      await fill(book, 'destination');
      const shown = { destinationId: destinationId('a'), packageId: packageId('p') };
      await derive(book, 1, { shown, userCompany: 'Elsewhere' });
      expect((await rowOf(other, 1)).derived).toMatchObject({ shown, userCompany: 'Elsewhere' });
      await assign(book, 1, 'package', 'q');
      expect(await rowOf(other, 1)).toMatchObject({
        entry: { assignment: { destinationId: null, packageId: 'q' } },
        derived: { shown: { ...shown, packageId: 'q' }, userCompany: 'Elsewhere' },
      });
      await derive(book, 1, { shown: NONE, userCompany: null });
      expect((await rowOf(other, 1)).derived).toMatchObject({ shown: NONE, userCompany: null });
    }),
  );
}

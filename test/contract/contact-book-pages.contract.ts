import { describe, expect, it } from 'vitest';
import { accountId } from '../../core/domain/ids.ts';
import type { IntegrationStatus } from '../../core/domain/integration-status.ts';
import { TEXT_FIELDS } from '../../core/domain/selection.ts';
import type { ContactBook, TextSort } from '../../core/ports/contact-book.ts';
import type { SourceContact } from '../../core/ports/contact-source.ts';
import { aSourceAccount, aSourceContact, BY_LAST_NAME, derive, EVERYTHING, refresh } from '../support/book-builders.ts';
import type { WithBook } from './contact-book.contract.ts';

const DIRECTIONS = ['ascending', 'descending'] as const;
const SORTS: readonly TextSort[] = TEXT_FIELDS.flatMap((field) =>
  DIRECTIONS.map((direction) => ({ field, direction })),
);

/** Each sorts differently by each field, with ties, capitals, accents and scripts beyond the basic plane. */
const PEOPLE: readonly SourceContact[] = [
  aSourceContact(3, { firstName: 'Émile', lastName: 'Zola', email: 'B@x.example', accountId: accountId('1') }),
  aSourceContact(10, { firstName: 'emil', lastName: 'zola', email: 'a@x.example', accountId: accountId('2') }),
  aSourceContact(2, { firstName: 'Zoë', lastName: 'Abel', email: ' c@x.example', accountId: accountId('2') }),
  aSourceContact(1, { firstName: '', lastName: 'Öztürk', email: '', accountId: accountId('3') }),
  aSourceContact(4, { firstName: '𝒜da', lastName: '\u{20BB7}野', email: 'd@x.example', accountId: accountId('9') }),
  aSourceContact(5, { firstName: 'Łukasz', lastName: '\uFFFDbc', email: 'D@x.example', accountId: accountId('3') }),
];
const STATUSES: readonly (readonly [number, IntegrationStatus])[] = [
  [3, 'equal'],
  [5, 'equal'],
  [2, 'failed'],
  [1, 'modified'],
];
const ACCOUNTS = [
  aSourceAccount(1, { name: 'zeta' }),
  aSourceAccount(2, { name: 'Ångström' }),
  aSourceAccount(3, { name: 'Beta' }),
];

/** In which order the people stand when sorted ascending. */
const EXPECTED: Readonly<Record<TextSort['field'], readonly string[]>> = {
  firstName: ['1', '4', '10', '3', '2', '5'],
  lastName: ['2', '1', '3', '10', '5', '4'],
  email: ['1', '10', '3', '2', '4', '5'],
  account: ['4', '2', '10', '1', '5', '3'],
  status: ['4', '10', '3', '5', '2', '1'],
};

async function fill(book: ContactBook): Promise<void> {
  await refresh(book, PEOPLE, ACCOUNTS);
  for (const [id, status] of STATUSES) await derive(book, id, { status });
}

function expectedOrder({ field, direction }: TextSort): readonly string[] {
  return direction === 'ascending' ? EXPECTED[field] : EXPECTED[field].toReversed();
}

async function readAll(book: ContactBook, sort: TextSort, limits: readonly number[]): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  for (let round = 0; ; round += 1) {
    const limit = limits[round % limits.length] ?? 1;
    const page = await book.page(EVERYTHING, { filter: {}, sort, limit, ...(after === null ? {} : { after }) });
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    ids.push(...page.rows.map(({ entry }) => entry.contact.id));
    if (page.next === null) return ids;
    after = page.next;
  }
}

export function contactBookPages(withBook: WithBook): void {
  describe('pages', () => {
    it(
      'sorts by every field in both directions, without regard to case and accents, ids deciding ties',
      withBook(async ({ book }) => {
        await fill(book);
        for (const sort of SORTS) expect([sort, await readAll(book, sort, [500])]).toEqual([sort, expectedOrder(sort)]);
      }),
    );

    it(
      'gives every row once, whatever the limits of the pages',
      withBook(async ({ book }) => {
        await fill(book);
        for (const sort of SORTS) {
          for (const limits of [[1], [2, 3], [6], [5]]) {
            expect([sort, await readAll(book, sort, limits)]).toEqual([sort, expectedOrder(sort)]);
          }
        }
      }),
    );

    it(
      'jumps to a row, goes on from there, and finds nothing behind the end',
      withBook(async ({ book }) => {
        await fill(book);
        for (const sort of SORTS) {
          const page = await book.page(EVERYTHING, { filter: {}, sort, limit: 2, at: 2 });
          expect(page.rows.map(({ entry }) => entry.contact.id)).toEqual(expectedOrder(sort).slice(2, 4));
          const next = await book.page(EVERYTHING, { filter: {}, sort, limit: 9, after: page.next ?? '' });
          expect(next.rows.map(({ entry }) => entry.contact.id)).toEqual(expectedOrder(sort).slice(4));
        }
        for (const at of [6, 1_000_000]) {
          expect(await book.page(EVERYTHING, { filter: {}, sort: BY_LAST_NAME, limit: 2, at })).toEqual({
            rows: [],
            next: null,
          });
        }
      }),
    );

    it(
      'has no next page when the last row is on this one',
      withBook(async ({ book }) => {
        await fill(book);
        const page = await book.page(EVERYTHING, { filter: {}, sort: BY_LAST_NAME, limit: 6 });
        expect([page.rows.length, page.next]).toEqual([6, null]);
      }),
    );

    it(
      'goes on behind a row that has left the list or its place meanwhile',
      withBook(async ({ book }) => {
        const [a, b, c] = ['a', 'b', 'c'].map((lastName, id) => aSourceContact(id + 1, { lastName }));
        await refresh(book, [a!, b!, c!]);
        const page = await book.page(EVERYTHING, { filter: {}, sort: BY_LAST_NAME, limit: 2 });
        await refresh(book, [a!, { ...b!, lastName: 'z' }, c!]);
        const next = await book.page(EVERYTHING, { filter: {}, sort: BY_LAST_NAME, limit: 2, after: page.next ?? '' });
        expect(next.rows.map(({ entry }) => entry.contact.lastName)).toEqual(['c', 'z']);
      }),
    );

    it(
      'keeps names that are the same for their first hundred characters apart by their ids',
      withBook(async ({ book }) => {
        const lastName = '👩'.repeat(150);
        await refresh(book, [
          aSourceContact(2, { lastName: `${lastName}a` }),
          aSourceContact(1, { lastName: `${lastName}b` }),
        ]);
        expect(await readAll(book, BY_LAST_NAME, [1])).toEqual(['1', '2']);
      }),
    );

    it(
      'refuses the cursor of another sort, and what is none',
      withBook(async ({ book }) => {
        await fill(book);
        const { next } = await book.page(EVERYTHING, { filter: {}, sort: BY_LAST_NAME, limit: 2 });
        const garbage = [
          '',
          'x',
          '[]',
          '👻',
          Buffer.from('["lastName","ascending"]').toString('base64url'),
          Buffer.from('{}').toString('base64url'),
        ];
        for (const after of garbage) {
          const request = { filter: {}, sort: BY_LAST_NAME, limit: 2, after };
          await expect(book.page(EVERYTHING, request)).rejects.toMatchObject({ code: 'cursor_invalid' });
        }
        for (const sort of SORTS.filter(({ field, direction }) => field !== 'lastName' || direction !== 'ascending')) {
          const request = { filter: {}, sort, limit: 2, after: next ?? '' };
          await expect(book.page(EVERYTHING, request)).rejects.toMatchObject({ code: 'cursor_invalid' });
        }
      }),
    );

    it(
      'finds nothing in a book that was never filled',
      withBook(async ({ book }) => {
        expect(await book.page(EVERYTHING, { filter: {}, sort: BY_LAST_NAME, limit: 2 })).toEqual({
          rows: [],
          next: null,
        });
        expect(await book.counts(EVERYTHING, {})).toEqual({ blank: 0, equal: 0, modified: 0, failed: 0 });
      }),
    );
  });
}

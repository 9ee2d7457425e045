import { describe, expect, it } from 'vitest';
import { contactId, databaseId, destinationId, packageId } from '../../core/domain/ids.ts';
import type { BookScope } from '../../core/domain/scope.ts';
import type { BookAccount, BookAccountRequest, ContactBook } from '../../core/ports/contact-book.ts';
import { aSourceAccount, BOOK, EVERYTHING, refresh } from '../support/book-builders.ts';
import type { WithBook } from './contact-book.contract.ts';
import { inAccount } from './contact-book-trial.ts';

/** By their names, which say nothing of their ids; 5 has no contact, and nobody is shown 6. */
const ACCOUNTS = [
  aSourceAccount(1, { name: 'zeta Söhne' }),
  aSourceAccount(2, { name: 'Ångström GmbH' }),
  aSourceAccount(10, { name: 'Beta' }),
  aSourceAccount(9, { name: 'beta' }),
  aSourceAccount(3, { name: 'Beta' }),
  aSourceAccount(5, { name: 'Idle' }),
];
const PEOPLE = [1, 1, 1, 2, 10, 10, 9, 3, 6].map((account, index) => inAccount(index + 1, account));

const account = (id: number, contacts: number): BookAccount => {
  const { id: known, name } = ACCOUNTS.find((one) => one.id === String(id))!;
  return { id: known, name, contacts };
};
const BY_NAME = [account(2, 1), account(3, 1), account(9, 1), account(10, 2), account(1, 3)];

async function readAll(book: ContactBook, limit: number): Promise<readonly BookAccount[]> {
  const read: BookAccount[] = [];
  let request: BookAccountRequest | null = { limit };
  while (request !== null) {
    const { accounts, next } = await book.accounts(EVERYTHING, request);
    read.push(...accounts);
    request = next === null ? null : { limit, after: next };
  }
  return read;
}

async function assignSome(book: ContactBook): Promise<void> {
  const assign = (ids: readonly number[], destination: string | null, wanted: string | null) =>
    book.assign(
      EVERYTHING,
      { ids: ids.map((id) => contactId(String(id))) },
      {
        destinationId: destination === null ? null : destinationId(destination),
        packageId: wanted === null ? null : packageId(wanted),
      },
    );
  await assign([1, 2, 4], 'd-1', 'p-1');
  await assign([3], 'd-2', null);
  await assign([5], null, 'p-1');
}

export function contactBookCatalog(withBook: WithBook): void {
  describe('accounts and assignments', () => {
    it(
      'names the accounts that contacts have, by name and id, each once, whatever the limit',
      withBook(async ({ book }) => {
        await refresh(book, PEOPLE, ACCOUNTS);
        for (const limit of [1, 2, 5, 500]) expect(await readAll(book, limit)).toEqual(BY_NAME);
      }),
    );

    it(
      'finds accounts by the beginnings of the words of their names',
      withBook(async ({ book }) => {
        await refresh(book, PEOPLE, ACCOUNTS);
        const found = async (q: string) => (await book.accounts(EVERYTHING, { q, limit: 9 })).accounts;
        expect(await found('ANGS gmb')).toEqual([account(2, 1)]);
        expect(await found('sohne')).toEqual([account(1, 3)]);
        expect(await found('eta')).toEqual([]);
        expect(await found(' % ')).toEqual(BY_NAME);
        expect(await found('idle')).toEqual([]);
      }),
    );

    it(
      'names no account out of scope or of another list',
      withBook(async ({ book }) => {
        await refresh(book, PEOPLE, ACCOUNTS);
        const scoped = async (scope: BookScope) => (await book.accounts(scope, { limit: 9 })).accounts;
        expect(await scoped({ ...BOOK, accounts: [' A\u030angstro\u0308m  GmbH', 'beta', ''] })).toEqual([
          account(2, 1),
          account(9, 1),
        ]);
        expect(await scoped({ ...BOOK, accounts: [] })).toEqual([]);
        expect(await scoped({ ...EVERYTHING, databaseId: databaseId('4712') })).toEqual([]);
      }),
    );

    it(
      'refuses the cursor of another list',
      withBook(async ({ book }) => {
        await refresh(book, PEOPLE, ACCOUNTS);
        const { next } = await book.page(EVERYTHING, {
          filter: {},
          sort: { field: 'account', direction: 'ascending' },
          limit: 1,
        });
        for (const after of [next ?? '', 'nonsense', 'bnVsbA']) {
          await expect(book.accounts(EVERYTHING, { limit: 1, after })).rejects.toMatchObject({
            code: 'cursor_invalid',
          });
        }
      }),
    );

    it(
      'counts what is assigned, within the scope',
      withBook(async ({ book }) => {
        await refresh(book, PEOPLE, ACCOUNTS);
        expect(await book.assigned(EVERYTHING)).toEqual({ destinations: new Map(), packages: new Map() });
        await assignSome(book);
        expect(await book.assigned(EVERYTHING)).toEqual({
          destinations: new Map([
            ['d-1', 3],
            ['d-2', 1],
          ]),
          packages: new Map([['p-1', 4]]),
        });
        expect(await book.assigned({ ...BOOK, accounts: ['Ångström GmbH'] })).toEqual({
          destinations: new Map([['d-1', 1]]),
          packages: new Map([['p-1', 1]]),
        });
      }),
    );
  });
}

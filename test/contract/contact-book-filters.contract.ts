import { describe, expect, it } from 'vitest';
import { accountId, contactId, destinationId, packageId } from '../../core/domain/ids.ts';
import { INTEGRATION_STATUSES } from '../../core/domain/integration-status.ts';
import type { BookScope } from '../../core/domain/scope.ts';
import type { ContactFilter, Selection } from '../../core/domain/selection.ts';
import type { ContactBook } from '../../core/ports/contact-book.ts';
import {
  aSourceAccount,
  aSourceContact,
  BOOK,
  derive,
  EVERYTHING,
  idsOf,
  refresh,
  rowOf,
} from '../support/book-builders.ts';
import { anAttempt } from '../support/builders.ts';
import type { WithBook } from './contact-book.contract.ts';

const ENGINES = accountId('100');
const GARDENS = accountId('200');

/** 1 and 2 work at Engines, 3 to 5 at Gardens; 4 is inactive, 5 is gone. */
async function fill(book: ContactBook): Promise<void> {
  const contacts = [
    aSourceContact(1, {
      firstName: 'Zoë',
      lastName: "O'Hara-Smith",
      email: 'zoe.ohara@engines.example',
      accountId: ENGINES,
    }),
    aSourceContact(2, { firstName: 'Łukasz', lastName: 'Žižek', email: 'L.Zizek@Engines.Example', accountId: ENGINES }),
    aSourceContact(3, { firstName: 'Ada', lastName: 'Smith', email: 'info@gardens.example', accountId: GARDENS }),
    aSourceContact(4, { firstName: '100%', lastName: 'under_score', email: '', accountId: GARDENS, isActive: false }),
  ];
  const accounts = [aSourceAccount(100, { name: 'Engines & Söhne' }), aSourceAccount(200, { name: 'Gardens  GmbH' })];
  await refresh(
    book,
    [...contacts, aSourceContact(5, { firstName: 'Gone', email: 'gone@gardens.example', accountId: GARDENS })],
    accounts,
  );
  await refresh(book, contacts, accounts);
  await derive(book, 1, { status: 'equal' });
  await derive(book, 2, { status: 'modified', problem: 'package_gone' });
  await derive(book, 3, { status: 'failed', problem: 'console_refused' });
  await derive(book, 5, { problem: 'contact_gone' });
}

const FILTERS: readonly (readonly [ContactFilter, readonly string[]])[] = [
  [{}, ['1', '2', '3', '4', '5']],
  [{ status: 'equal' }, ['1']],
  [{ status: 'blank' }, ['4', '5']],
  [{ account: ENGINES }, ['1', '2']],
  [{ account: accountId('0') }, []],
  [{ account: accountId('0100') }, []],
  [{ account: accountId('a\0b') }, []],
  [{ active: true }, ['1', '2', '3']],
  [{ active: false }, ['4', '5']],
  [{ problem: 'any' }, ['2', '3', '5']],
  [{ problem: 'package_gone' }, ['2']],
  [{ problem: 'email_shared' }, []],
  [{ needsWork: true }, ['2', '3']],
  [{ needsWork: false }, ['1', '4', '5']],
  [{ needsWork: true, status: 'failed' }, ['3']],
  [{ needsWork: true, active: false }, []],
  [{ needsWork: false, account: GARDENS, q: 'gone' }, ['5']],
  [{ status: 'modified', account: ENGINES, active: true, problem: 'any', q: 'lu zi' }, []],
  [{ status: 'modified', account: ENGINES, active: true, problem: 'any', q: 'ł ži' }, ['2']],
  [{ account: GARDENS, active: true }, ['3']],
];

const SEARCHES: readonly (readonly [string, readonly string[]])[] = [
  ['smith', ['1', '3']],
  ['SMI', ['1', '3']],
  ['mith', []],
  ['zoë hara', ['1']],
  ['ZOE O-HARA', ['1']],
  ['hara zoe', ['1']],
  ['zizek', ['2']],
  ['engines', ['1', '2']],
  ['sohne', ['1', '2']],
  ['gardens smith', ['3']],
  ['info@gardens.example', ['3']],
  ['example', ['1', '2', '3', '5']],
  ['100', ['4']],
  ['%', ['1', '2', '3', '4', '5']],
  ['under_', ['4']],
  ['_', ['1', '2', '3', '4', '5']],
  [' ', ['1', '2', '3', '4', '5']],
  ['smith nobody', []],
  ["'; drop table autotask_contact; --", []],
  ['\0', ['1', '2', '3', '4', '5']],
  ['ada '.repeat(2000), ['3']],
  ['a'.repeat(5000), []],
];

const ids = (...numbers: readonly (number | string)[]) => numbers.map((id) => contactId(String(id)));

const SELECTIONS: readonly (readonly [Selection, readonly string[]])[] = [
  [{ ids: ids(2, 3) }, ['2', '3']],
  [{ ids: [] }, []],
  [{ ids: ids(3, 3, 77) }, ['3']],
  [{ ids: ids('x', '', '-1', '1.0', '01', ' 1', '1e0', '99999999999999999999', 'a\0') }, []],
  [{ filter: {}, except: [] }, ['1', '2', '3', '4', '5']],
  [{ filter: {}, except: ids(1, 'x', 77) }, ['2', '3', '4', '5']],
  [{ filter: { active: true, q: 'smith' }, except: ids(3) }, ['1']],
];

const SCOPES: readonly (readonly [BookScope['accounts'], readonly string[]])[] = [
  ['all', ['1', '2', '3', '4', '5']],
  [[' Gardens GmbH '], ['3', '4', '5']],
  [
    ['Engines & So\u0308hne', 'nobody'],
    ['1', '2'],
  ],
  [['engines & söhne'], []],
  [[], []],
];

async function selectedIds(book: ContactBook, scope: BookScope, selection: Selection): Promise<readonly string[]> {
  const selected: number[] = [];
  for await (const batch of book.selectedBatches(scope, selection)) {
    selected.push(...batch.map(({ entry }) => Number(entry.contact.id)));
  }
  return selected.sort((one, other) => one - other).map(String);
}

export function contactBookFilters(withBook: WithBook): void {
  describe('filters and selections', () => {
    it(
      'finds what every part of the filter holds for, and counts it',
      withBook(async ({ book }) => {
        await fill(book);
        for (const [filter, expected] of FILTERS) {
          expect([filter, await idsOf(book, filter)]).toEqual([filter, expected]);
          const counts = await book.counts(EVERYTHING, { ...filter, status: 'blank' });
          for (const status of INTEGRATION_STATUSES) {
            expect([filter, status, counts[status]]).toEqual([
              filter,
              status,
              (await idsOf(book, { ...filter, status })).length,
            ]);
          }
        }
      }),
    );

    it(
      'finds words by their beginnings in names, email and account, whatever the case and accents',
      withBook(async ({ book }) => {
        await fill(book);
        for (const [q, expected] of SEARCHES) expect([q, await idsOf(book, { q })]).toEqual([q, expected]);
      }),
    );

    it(
      'counts by status and lets the filter of the status itself aside',
      withBook(async ({ book }) => {
        await fill(book);
        const all = { blank: 2, equal: 1, modified: 1, failed: 1 };
        expect(await book.counts(EVERYTHING, {})).toEqual(all);
        expect(await book.counts(EVERYTHING, { status: 'equal' })).toEqual(all);
        expect(await book.counts(EVERYTHING, { active: true })).toEqual({ blank: 0, equal: 1, modified: 1, failed: 1 });
      }),
    );

    it(
      'keeps to the accounts in scope, in lists, counts, single contacts and selections',
      withBook(async ({ book }) => {
        await fill(book);
        for (const [accounts, expected] of SCOPES) {
          const scope = { ...BOOK, accounts };
          expect([accounts, await idsOf(book, {}, scope)]).toEqual([accounts, expected]);
          expect(await selectedIds(book, scope, { filter: {}, except: [] })).toEqual(expected);
          expect(await selectedIds(book, scope, { ids: ids(1, 2, 3, 4, 5) })).toEqual(expected);
          const counts = Object.values(await book.counts(scope, {}));
          expect(counts.reduce((sum, count) => sum + count)).toBe(expected.length);
          expect((await book.find(scope, contactId('1'))) !== null).toBe(expected.includes('1'));
        }
      }),
    );

    it(
      'finds problems as the principal reads them: a user in a company out of scope is one, after what comes first',
      withBook(async ({ book }) => {
        await fill(book);
        for (const id of [1, 2, 3, 4]) await derive(book, id, { userCompany: 'Elsewhere AG' });
        await derive(book, 4, { problem: 'contact_inactive' });
        await book.recordImports(BOOK, [
          { contactId: contactId('3'), attempt: anAttempt({ code: 'console_refused' }) },
          { contactId: contactId('5'), attempt: anAttempt({ code: 'account_out_of_scope' }) },
        ]);
        await derive(book, 5, { problem: 'account_out_of_scope' });
        const names = ['Engines & Söhne', 'Gardens GmbH'];
        for (const [accounts, problem, expected] of [
          [names, 'account_out_of_scope', ['1', '4', '5']],
          [names, 'any', ['1', '2', '3', '4', '5']],
          [names, 'package_gone', ['2']],
          [names, 'contact_inactive', []],
          [names, 'console_refused', ['3']],
          [names.slice(0, 1), 'account_out_of_scope', ['1']],
          [[...names, ' Elsewhere  AG'], 'account_out_of_scope', ['5']],
          [[...names, 'Elsewhere AG'], 'contact_inactive', ['4']],
          ['all', 'account_out_of_scope', ['5']],
          ['all', 'any', ['2', '3', '4', '5']],
        ] as const) {
          const scope = { ...BOOK, accounts };
          expect([accounts, problem, await idsOf(book, { problem }, scope)]).toEqual([accounts, problem, expected]);
          const counts = Object.values(await book.counts(scope, { problem }));
          expect(counts.reduce((sum, count) => sum + count)).toBe(expected.length);
          expect(await selectedIds(book, scope, { filter: { problem }, except: [] })).toEqual(expected);
        }
      }),
    );

    it(
      'finds no contact by what is no id',
      withBook(async ({ book }) => {
        await fill(book);
        for (const id of ids(6, 'x', '', '01', '99999999999999999999', '\0'))
          expect(await book.find(EVERYTHING, id)).toBeNull();
      }),
    );

    it(
      'selects named contacts, or all that match but some',
      withBook(async ({ book }) => {
        await fill(book);
        for (const [selection, expected] of SELECTIONS) {
          expect([selection, await selectedIds(book, EVERYTHING, selection)]).toEqual([selection, expected]);
        }
      }),
    );

    it(
      'assigns to the selection, counts it, and leaves others and the part that is not given alone',
      withBook(async ({ book }) => {
        await fill(book);
        for (const [selection, expected] of SELECTIONS) {
          expect(await book.assign(EVERYTHING, selection, { packageId: packageId('p') })).toBe(expected.length);
        }
        expect(
          await book.assign(EVERYTHING, { filter: {}, except: ids(1) }, { destinationId: destinationId('d') }),
        ).toBe(4);
        expect((await rowOf(book, 1)).entry.assignment).toEqual({ destinationId: null, packageId: 'p' });
        expect((await rowOf(book, 2)).entry.assignment).toEqual({ destinationId: 'd', packageId: 'p' });
        expect(await book.assign(EVERYTHING, { ids: ids(2) }, { packageId: null })).toBe(1);
        expect(await book.assign(EVERYTHING, { ids: ids(2) }, {})).toBe(1);
        expect((await rowOf(book, 2)).entry.assignment).toEqual({ destinationId: 'd', packageId: null });
      }),
    );

    it(
      'assigns nothing out of scope',
      withBook(async ({ book }) => {
        await fill(book);
        const scope = { ...BOOK, accounts: ['Gardens GmbH'] };
        expect(await book.assign(scope, { filter: {}, except: [] }, { packageId: packageId('p') })).toBe(3);
        expect((await rowOf(book, 1)).entry.assignment.packageId).toBeNull();
      }),
    );
  });
}

import { describe, expect, it } from 'vitest';
import { allRows, everything, post, practice, rows, type WireRow } from './practice-client.ts';

const NOW = Date.UTC(2026, 10, 24, 9, 30);
const ids = (found: readonly WireRow[]) => found.map(({ id }) => id);

function since(value: string) {
  return {
    op: 'or',
    items: [
      { op: 'gte', field: 'lastModifiedDate', value },
      { op: 'gt', field: 'createDate', value },
    ],
  };
}

const moment = (text: string) => Date.parse(text.endsWith('Z') ? text : `${text}Z`);

describe('practice Autotask: finding late changes', () => {
  it.each(['2014-01-01', '2020-06-01', '2026-09-01', '2026-10-29', '2026-11-01'])(
    'finds what a look at every row finds, since %s',
    async (value) => {
      const server = await practice({ contacts: 1500 });
      const all = await allRows(server, 'Contacts', { filter: [everything] });
      const from = Date.parse(value);
      const late = all.filter((row) => moment(row.lastModifiedDate) >= from || moment(row.createDate) > from);
      const filter = [since(value)];
      expect(ids(await allRows(server, 'Contacts', { filter, maxRecords: 100 }))).toEqual(ids(late));
      expect((await post(server, 'Contacts/query/count', { filter })).json.queryCount).toBe(late.length);
    },
  );

  it('finds rows that were edited, added or removed after the first search', async () => {
    const server = await practice({ contacts: 1500, now: () => NOW });
    const found = async (...more: unknown[]) =>
      ids(await rows(server, 'Contacts', since('2026-11-24T09:00:00Z'), ...more));
    expect(await found()).toEqual([]);
    const [first = 0, second = 0] = server.control.contactIds().slice(700);
    server.control.patchContact(second, { lastName: 'Okonkwo' });
    server.control.patchContact(first, { lastName: 'Árnadóttir' });
    const added = server.control.addContact({ companyID: 0, firstName: 'Noor', lastName: 'van der Berg' });
    expect(await found()).toEqual([first, second, added]);
    expect(await found({ op: 'gt', field: 'id', value: first })).toEqual([second, added]);
    server.control.deleteContact(second);
    expect(await found()).toEqual([first, added]);
  });

  it('finds a list of ids in ascending order, without those that are gone or were never there', async () => {
    const server = await practice({ contacts: 1500 });
    const all = server.control.contactIds();
    const [one = 0, other = 0, gone = 0] = [all[3], all[1400], all[700]];
    server.control.deleteContact(gone);
    const list = { op: 'in', field: 'ID', value: [other, 1, gone, one, String(all[5]), one] };
    expect(ids(await rows(server, 'Contacts', list))).toEqual([one, other]);
    expect(ids(await rows(server, 'Contacts', list, { op: 'gt', field: 'id', value: one }))).toEqual([other]);
    expect((await post(server, 'Contacts/query/count', { filter: [list] })).json.queryCount).toBe(2);
  });

  it('counts without those that are gone', async () => {
    const server = await practice({ contacts: 300 });
    const all = server.control.contactIds();
    for (const id of all.slice(10, 20)) server.control.deleteContact(id);
    const range = [
      { op: 'gt', field: 'id', value: all[14] },
      { op: 'lte', field: 'id', value: all[24] },
    ];
    expect((await post(server, 'Contacts/query/count', { filter: [everything] })).json.queryCount).toBe(290);
    expect((await post(server, 'Contacts/query/count', { filter: range })).json.queryCount).toBe(5);
  });
});

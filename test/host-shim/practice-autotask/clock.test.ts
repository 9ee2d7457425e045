import { describe, expect, it } from 'vitest';
import { get, post, practice, rows, send } from './practice-client.ts';

const NOW = Date.UTC(2026, 10, 24, 9, 30, 7);

describe('practice Autotask: one clock', () => {
  it('dates its answers and its edits alike', async () => {
    const server = await practice({ contacts: 5, now: () => NOW, switches: { dates: 'with_z' } });
    const added = server.control.addContact({ companyID: 0, firstName: 'Ximena', lastName: 'Ríos' });
    const answer = await get(server, `Contacts/${added}`);
    expect(answer.headers.get('date')).toBe(new Date(NOW).toUTCString());
    expect(Date.parse(answer.json.item.createDate)).toBe(NOW);
    expect((await send(server.controlUrl, {})).headers.get('date')).toBe(new Date(NOW).toUTCString());
  });

  it('is never behind the rows that came with the data', async () => {
    const server = await practice();
    const answer = await post(server, 'Contacts/query/count', { filter: [{ op: 'exist', field: 'id' }] });
    const value = new Date(answer.headers.get('date') ?? '').toISOString();
    expect(await rows(server, 'Contacts', { op: 'gte', field: 'lastModifiedDate', value })).toEqual([]);
  });
});

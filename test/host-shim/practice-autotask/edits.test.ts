import { describe, expect, it } from 'vitest';
import type { PracticeControl } from '../../../host-shim/practice-autotask/practice-autotask.ts';
import { allRows, everything, get, practice, rows } from './practice-client.ts';

const NOW = Date.UTC(2026, 10, 24, 9, 30);
const STAMP = '2026-11-24T09:30:00Z';

async function editable() {
  const clock = { now: NOW };
  const server = await practice({ now: () => clock.now, switches: { dates: 'with_z' } });
  const [id = 0, other = 0] = server.control.contactIds();
  const read = async (contact: number) => (await get(server, `Contacts/${contact}`)).json.item;
  return { clock, server, id, other, read };
}

describe('practice Autotask, rule 9: edits while it runs', () => {
  it('changes a contact and dates the change by the clock', async () => {
    const { server, id, read } = await editable();
    const before = await read(id);
    server.control.patchContact(id, { lastName: 'Nyström', emailAddress: ' Nystrom@Fjord.example' });
    expect(await read(id)).toEqual({
      ...before,
      lastName: 'Nyström',
      emailAddress: ' Nystrom@Fjord.example',
      lastModifiedDate: STAMP,
      lastActivityDate: STAMP,
    });
    const changed = await rows(server, 'Contacts', { op: 'gte', field: 'lastModifiedDate', value: STAMP });
    expect(changed.map((row: { id: number }) => row.id)).toEqual([id]);
  });

  it('adds a contact behind all others, and deletes one', async () => {
    const { server, id, read } = await editable();
    const added = server.control.addContact({ companyID: 0, firstName: 'Siôn', lastName: 'Prydderch' });
    expect(server.control.contactIds().at(-1)).toBe(added);
    expect(await read(added)).toMatchObject({ isActive: 1, companyID: 0, createDate: STAMP, lastModifiedDate: STAMP });
    server.control.deleteContact(id);
    expect(await read(id)).toBeNull();
    expect((await allRows(server, 'Contacts', { filter: [everything] })).length).toBe(400);
  });

  it.each([
    ['deleted', null],
    ['deactivated', expect.objectContaining({ isActive: 0 })],
  ] as const)('merges contacts: the one merged is %s', async (mergedContact, left) => {
    const { server, id, other, read } = await editable();
    server.control.setSwitches({ mergedContact });
    server.control.patchContact(id, { roomNumber: '204' });
    server.control.patchContact(other, { roomNumber: null });
    server.control.mergeContacts({ from: id, into: other });
    expect(await read(id)).toEqual(left);
    expect(await read(other)).toMatchObject({ id: other, roomNumber: '204' });
  });

  it('renames and deactivates a company without touching its contacts', async () => {
    const { server, id, read } = await editable();
    const before = await read(id);
    server.control.patchCompany(before.companyID, { companyName: 'Neuer Name GmbH', isActive: false });
    expect((await get(server, `Companies/${before.companyID}`)).json.item).toMatchObject({
      companyName: 'Neuer Name GmbH',
      isActive: false,
      lastTrackedModifiedDateTime: STAMP,
    });
    expect(await read(id)).toEqual(before);
  });

  it.each([false, true])('merges companies: contacts move, with a new date: %s', async (mergeMovesModified) => {
    const { server, id, read } = await editable();
    server.control.setSwitches({ mergeMovesModified });
    const before = await read(id);
    const into = server.control.addCompany({ companyName: 'Vereinigte Werke' });
    const moved = await rows(server, 'Contacts', { op: 'eq', field: 'companyID', value: before.companyID });
    server.control.mergeCompanies({ from: before.companyID, into });
    const there = await rows(server, 'Contacts', { op: 'eq', field: 'companyID', value: into });
    expect(there.length).toBe(moved.length);
    expect((await read(id)).lastModifiedDate === STAMP).toBe(mergeMovesModified);
    expect((await get(server, `Companies/${before.companyID}`)).json.item.isActive).toBe(false);
  });

  it.each([
    ['deleted', null],
    ['deactivated', expect.objectContaining({ isActive: false })],
  ] as const)('merges companies: the one merged is %s', async (mergedCompany, left) => {
    const { server } = await editable();
    server.control.setSwitches({ mergedCompany });
    const from = server.control.addCompany({ companyName: 'Old Mill Foods' });
    const into = server.control.addCompany({ companyName: 'Mill Foods' });
    server.control.mergeCompanies({ from, into });
    expect((await get(server, `Companies/${from}`)).json.item).toEqual(left);
  });

  it('deletes a company together with its contacts', async () => {
    const { server, id, read } = await editable();
    const { companyID } = await read(id);
    const company = server.control.addCompany({ companyName: 'Brief Venture' });
    const there = server.control.addContact({ companyID: company, firstName: 'Mei', lastName: 'Tanaka' });
    server.control.patchContact(id, { companyID: company });
    server.control.deleteCompany(company);
    expect(await read(there)).toBeNull();
    expect(await read(id)).toBeNull();
    expect((await get(server, `Companies/${company}`)).json.item).toBeNull();
    expect((await get(server, `Companies/${companyID}`)).json.item).not.toBeNull();
  });

  it('dates edits of opt-outs and user-defined fields only when so switched', async () => {
    const { server, id, read } = await editable();
    const edit = () => {
      server.control.patchContact(id, { solicitationOptOut: true });
      server.control.patchContact(id, { userDefinedFields: [{ name: 'Badge number', value: 'B1' }] });
    };
    edit();
    expect((await read(id)).lastModifiedDate).not.toBe(STAMP);
    server.control.setSwitches({ optOutEditMovesModified: true });
    edit();
    expect((await read(id)).lastModifiedDate).toBe(STAMP);
  });

  it('moves only the activity date by activity', async () => {
    const { server, id, read } = await editable();
    server.control.patchContact(id, { lastActivityDate: '2026-11-24T09:00:00Z' });
    expect(await read(id)).toMatchObject({ lastActivityDate: '2026-11-24T09:00:00Z' });
    expect((await read(id)).lastModifiedDate).not.toBe(STAMP);
  });

  it('lets a rename happen during a running pull', async () => {
    const { server } = await editable();
    const [, second = 0] = server.control.companyIds();
    server.control.whenCalled('Companies/query', 2, () =>
      server.control.patchCompany(second, { companyName: 'Umbenannt' }),
    );
    const name = async () =>
      (await rows(server, 'Companies', { op: 'eq', field: 'id', value: second }))[0]!.companyName;
    expect(await name()).not.toBe('Umbenannt');
    expect(await name()).toBe('Umbenannt');
  });

  it.each([
    ['an unknown field', (c: PracticeControl) => c.patchContact(c.contactIds()[0] ?? 0, { shoeSize: 43 })],
    ['a wrong type', (c: PracticeControl) => c.patchContact(c.contactIds()[0] ?? 0, { isActive: true })],
    ['an unknown id', (c: PracticeControl) => c.patchContact(1, { lastName: 'x' })],
    ['an unknown company', (c: PracticeControl) => c.addContact({ companyID: 1, firstName: 'a', lastName: 'b' })],
    ['a contact without a name', (c: PracticeControl) => c.addContact({ companyID: 0 })],
    ['a merge into itself', (c: PracticeControl) => c.mergeCompanies({ from: 0, into: 0 })],
    ['a deletion of the MSP itself', (c: PracticeControl) => c.deleteCompany(0)],
    ['a merge of the MSP itself', (c: PracticeControl) => c.mergeCompanies({ from: 0, into: c.companyIds()[1] ?? 0 })],
    ['an unknown switch', (c: PracticeControl) => c.setSwitches({ noSwitch: 1 } as object)],
    ['a switch with an unknown choice', (c: PracticeControl) => c.setSwitches({ dates: 'roman' } as object)],
    ['a switch of a wrong type', (c: PracticeControl) => c.setSwitches({ latencyMs: 'fast' } as object)],
  ])('refuses %s and changes nothing', async (_what, edit) => {
    const { server } = await editable();
    const before = await allRows(server, 'Contacts', { filter: [everything] });
    expect(() => edit(server.control)).toThrow(Error);
    expect(await allRows(server, 'Contacts', { filter: [everything] })).toEqual(before);
  });
});

import type { PracticeState } from '../practice-state.ts';
import { projection, type WireRow } from '../query/projection.ts';
import type { Table } from '../table/table.ts';
import { deleteCompany } from './delete-company.ts';
import { mergeCompanies, mergeContacts } from './merges.ts';
import type { PracticeControl, RowValues } from './practice-control.ts';
import { RowEditor } from './row-editor.ts';

export function createControl(state: PracticeState): PracticeControl {
  const contacts = new RowEditor(state, 'Contacts');
  const companies = new RowEditor(state, 'Companies');
  return {
    contactIds: () => liveIds(contacts.table),
    companyIds: () => liveIds(companies.table),
    contact: (id) => wireRow(state, contacts.table, id),
    company: (id) => wireRow(state, companies.table, id),
    patchContact(id, values) {
      checkCompany(companies, values);
      contacts.patch(id, values);
    },
    addContact(values) {
      need(values, ['companyID', 'firstName', 'lastName']);
      checkCompany(companies, values);
      return contacts.add(values, { isActive: 1 });
    },
    deleteContact: (id) => contacts.table.remove(contacts.row(id)),
    mergeContacts: (merge) => mergeContacts(state, contacts, merge),
    patchCompany: (id, values) => companies.patch(id, values),
    addCompany(values) {
      need(values, ['companyName']);
      return companies.add(values, { isActive: true, companyType: 1, ownerResourceID: 29_682_885, phone: '' });
    },
    deleteCompany: (id) => deleteCompany({ contacts, companies }, id),
    mergeCompanies: (merge) => mergeCompanies(state, { contacts, companies }, merge),
    setPermission(entity, permission) {
      if (!['none', 'restricted', 'all'].includes(permission))
        throw new Error(`There is no permission "${permission}"`);
      if (!(entity in state.permissions)) throw new Error(`There is no entity "${entity}"`);
      state.permissions[entity] = permission;
    },
    get switches() {
      return state.switches;
    },
    setSwitches: (changes) => state.setSwitches(changes),
    orderFault: (order) => state.faults.add(order),
    clearFaults: () => state.faults.clear(),
    lockUser: () => state.user.lock(),
    unlockUser: () => state.user.unlock(),
    moveZone: (to = {}) => (to.home ? state.zone.moveHome() : state.zone.move(to.url)),
    useHour: (calls) => state.hour.add(calls, state.now()),
    counters: () => state.log.counters(),
    calls: () => state.log.calls,
    resetCounters: () => state.log.reset(),
    whenCalled: (route, nth, act) => state.hooks.add(route, nth, act),
  };
}

function liveIds(table: Table): number[] {
  return table.liveRows().map((row) => table.id(row));
}

function wireRow(state: PracticeState, table: Table, id: number): WireRow | null {
  const row = table.row(id);
  return row === undefined ? null : projection(table, [], state.switches)(row);
}

function need(values: RowValues, names: readonly string[]): void {
  for (const name of names) if (values[name] === undefined) throw new Error(`A new row needs ${name}`);
}

function checkCompany(companies: RowEditor, values: RowValues): void {
  if (values['companyID'] !== undefined) companies.row(Number(values['companyID']));
}

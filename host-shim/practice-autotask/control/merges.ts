import type { PracticeState } from '../practice-state.ts';
import type { Merge } from './practice-control.ts';
import type { Editors, RowEditor } from './row-editor.ts';

/**
 * Joins two contacts: what the one left lacks comes from the one merged, which goes
 * (autotask-api.md §8, V).
 */
export function mergeContacts(state: PracticeState, contacts: RowEditor, { from, into }: Merge): void {
  const { table } = contacts;
  const source = contacts.row(from);
  const target = contacts.row(into);
  if (source === target) throw new Error('A contact cannot be merged into itself');
  for (const field of table.fields) {
    const isEmpty = table.value(target, field) === null || table.value(target, field) === '';
    const found = table.value(source, field);
    if (isEmpty && found !== null && found !== '' && !field.isReadOnly) table.set(target, field, found);
  }
  contacts.stamp(target);
  if (state.switches.mergedContact === 'deleted') table.remove(source);
  else contacts.patch(from, { isActive: 0 });
}

/** Joins two companies: the contacts move, and the one merged goes or becomes inactive (autotask-api.md §8, V). */
export function mergeCompanies(state: PracticeState, { contacts, companies }: Editors, { from, into }: Merge): void {
  if (companies.row(from) === companies.row(into)) throw new Error('A company cannot be merged into itself');
  if (from === 0) throw new Error("The MSP's own company cannot be merged into another");
  const companyId = contacts.field('companyID');
  for (const row of contacts.rowsWith(companyId, from)) {
    contacts.table.set(row, companyId, into);
    if (state.switches.mergeMovesModified) contacts.stamp(row);
  }
  if (state.switches.mergedCompany === 'deleted') companies.table.remove(companies.row(from));
  else companies.patch(from, { isActive: false });
  companies.stamp(companies.row(into));
}

import type { PracticeState } from '../practice-state.ts';
import type { Merge } from './practice-control.ts';
import type { RowEditor } from './row-editor.ts';

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

/**
 * Joins two companies: the contacts move, and the one merged becomes inactive, for companies cannot
 * be deleted.
 */
export function mergeCompanies(
  state: PracticeState,
  editors: { readonly contacts: RowEditor; readonly companies: RowEditor },
  { from, into }: Merge,
): void {
  const { contacts, companies } = editors;
  if (companies.row(from) === companies.row(into)) throw new Error('A company cannot be merged into itself');
  const companyId = contacts.field('companyID');
  for (let row = 0; row < contacts.table.rowCount; row += 1) {
    if (!contacts.table.isLive(row) || contacts.table.value(row, companyId) !== from) continue;
    contacts.table.set(row, companyId, into);
    if (state.switches.mergeMovesModified) contacts.stamp(row);
  }
  companies.patch(from, { isActive: false });
  companies.stamp(companies.row(into));
}

import type { Editors } from './row-editor.ts';

/** Takes a company and its contacts away, as Autotask's own screens do (autotask-api.md §4.3; its API cannot). */
export function deleteCompany({ contacts, companies }: Editors, id: number): void {
  const row = companies.row(id);
  if (id === 0) throw new Error("The MSP's own company cannot be deleted");
  for (const contact of contacts.rowsWith(contacts.field('companyID'), id)) contacts.table.remove(contact);
  companies.table.remove(row);
}

import { Table } from '../table/table.ts';
import { layoutAccounts } from './account-layout.ts';
import { companyFields, companyUserDefinedFields } from './company-fields.ts';
import { contactFields, contactUserDefinedFields, lastModified } from './contact-fields.ts';
import { layoutContacts } from './contact-layout.ts';
import { mix } from './random.ts';
import { Roster } from './roster.ts';

export type EntityName = 'Contacts' | 'Companies';

/** One tenant's practice data. */
export interface Database {
  /** The customer instance in the zone answer: another seed is another database. */
  readonly ci: number;
  readonly tables: Readonly<Record<EntityName, Table>>;
}

export function createDatabase({ contacts, seed }: { contacts: number; seed: number }): Database {
  const accountLayout = layoutAccounts(contacts, seed);
  const contactLayout = layoutContacts(accountLayout, seed);
  const roster = new Roster(accountLayout, contactLayout, seed);
  const modified = contactLayout.created.map(lastModified);
  return {
    ci: 20_000 + (mix(seed, 1, 151) % 900_000),
    tables: {
      Contacts: new Table({
        singular: 'Contact',
        fields: contactFields(roster, modified),
        userDefinedFields: contactUserDefinedFields(),
        ids: contactLayout.ids,
      }),
      Companies: new Table({
        singular: 'Account',
        fields: companyFields(roster),
        userDefinedFields: companyUserDefinedFields(),
        ids: accountLayout.ids,
      }),
    },
  };
}

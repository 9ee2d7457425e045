import type { SourceAccount, SourceContact } from '../../../core/ports/contact-source.ts';

export type WireJson = Record<string, unknown>;

const LONG_AGO = new Date('2019-11-25T16:18:17.893Z');

/** A Contact as a real answer has it (autotask-api.md §4.3): null and "" mixed, `isActive` a number, no company name. */
export function recordedContact(id: number, contact: Omit<SourceContact, 'id'>, now = LONG_AGO): WireJson {
  return {
    id,
    additionalAddressInformation: null,
    addressLine1: '',
    alternatePhone: '',
    companyID: Number(contact.accountId),
    companyLocationID: 12,
    createDate: now.toISOString(),
    emailAddress: contact.email === '' ? null : contact.email,
    emailAddress2: null,
    externalID: '',
    firstName: contact.firstName,
    isActive: contact.isActive ? 1 : 0,
    lastActivityDate: '2023-05-04T08:53:10Z',
    // Some ms before the creation of a contact that was never edited (§4.3, seen in 1 recording).
    lastModifiedDate: new Date(now.getTime() - 6).toISOString(),
    lastName: contact.lastName,
    middleInitial: null,
    note: null,
    phone: '+1 555 0100',
    primaryContact: true,
    title: 'Owner',
    userDefinedFields: [{ name: 'Score', value: '0.0000' }],
  };
}

/** A Company as a real answer has it (autotask-api.md §4.3): `isActive` a boolean. */
export function recordedCompany(id: number, account: Omit<SourceAccount, 'id'>, now = LONG_AGO): WireJson {
  return {
    id,
    address1: null,
    address2: '',
    assetValue: 0.0,
    city: '',
    classification: 200,
    companyName: account.name,
    companyNumber: '',
    companyType: 1,
    createDate: now.toISOString().replace('Z', ''),
    isActive: account.isActive,
    lastTrackedModifiedDateTime: now.toISOString(),
    ownerResourceID: 29682885,
    parentCompanyID: null,
    phone: '555 0100',
    webAddress: 'https://example.com',
    userDefinedFields: [],
  };
}

/** Only the fields asked for come back; `userDefinedFields` comes always (autotask-api.md §3.3). */
export function onlyFields(row: WireJson, fields: readonly string[]): WireJson {
  const asked = new Set(fields);
  return {
    ...Object.fromEntries(Object.entries(row).filter(([field]) => asked.has(field))),
    userDefinedFields: [],
  };
}

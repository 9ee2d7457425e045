import { type Field, field, type UserDefinedField } from '../table/field.ts';
import { countryId } from './countries.ts';
import { firstDay, lastDay } from './moments.ts';
import { digits, mix, pick, share } from './random.ts';
import type { Roster } from './roster.ts';
import { nothing, rare, sparse } from './sparse.ts';

const PREFIXES = ['Mr.', 'Mrs.', 'Ms.', 'Dr.', 'Prof.'].map((label, index) => ({ value: String(index + 1), label }));
const SUFFIXES = ['Jr.', 'Sr.', 'III', 'Esq.'].map((label, index) => ({ value: String(index + 1), label }));
const NOTES = [
  'Prefers calls before noon',
  'Copy on all quotes',
  'On leave until spring',
  'Signs purchase orders',
  'Call mobile',
];
const LANGUAGES = ['English', 'Deutsch', 'Français', 'Español', 'Italiano', '日本語'];

/**
 * The contact's fields, in the order in which Autotask answers them (autotask-api.md §4.1 and
 * §4.3).
 */
export function contactFields(roster: Roster, modified: Float64Array): Field[] {
  const { contacts, accounts, firms } = roster;
  const account = (row: number) => contacts.accounts[row] ?? 0;
  const firm = (row: number) => firms.firm(account(row));
  const street = (row: number) => pick(firm(row).culture.streets, firms.hash(account(row), 91));
  const officePhone = (row: number) => digits(firm(row).place.phone, firms.hash(account(row), 92));
  const created = (row: number) => contacts.created[row] ?? firstDay;
  const changed = (row: number) => modified[row] ?? firstDay;
  const personPage = (site: string) => (row: number) => {
    const { person } = roster.member(row);
    return `https://${site}.example/${person.givenSlug}.${person.familySlug}`;
  };
  return [
    field('id', 'long', (row) => contacts.ids[row] ?? 0, { traits: ['readOnly', 'required'] }),
    field(
      'additionalAddressInformation',
      'string',
      sparse(4, 1, () => 'Back entrance'),
      { length: 100 },
    ),
    field(
      'addressLine',
      'string',
      sparse(55, 2, (row) => street(row).replace('{n}', houseNumber(account(row)))),
      { length: 128 },
    ),
    field(
      'addressLine1',
      'string',
      sparse(8, 3, (_row, hash) => `${1 + (hash % 9)}. OG`),
      { length: 128 },
    ),
    field(
      'alternatePhone',
      'string',
      sparse(10, 4, (row, hash) => digits(firm(row).place.phone, hash)),
      { length: 32 },
    ),
    field(
      'apiVendorID',
      'integer',
      rare(6, 5, () => 31),
      { traits: ['readOnly'], picklist: [{ value: '31', label: 'Data import' }] },
    ),
    field('billingContact', 'boolean', (row) => contacts.ranks[row] === 1),
    field('bulkEmailOptOutTime', 'datetime', (row) => (optsOut(row) ? changed(row) : null), { traits: ['readOnly'] }),
    field(
      'city',
      'string',
      sparse(60, 6, (row) => firm(row).place.city),
      { length: 32 },
    ),
    field('companyID', 'integer', (row) => accounts.ids[account(row)] ?? 0, {
      traits: ['required'],
      reference: 'Company',
    }),
    field(
      'companyLocationID',
      'integer',
      rare(40, 7, (row) => 10 + account(row)),
      { reference: 'CompanyLocation' },
    ),
    field(
      'countryID',
      'integer',
      rare(70, 8, (row) => countryId(firm(row).place.country)),
      { reference: 'Country' },
    ),
    field('createDate', 'datetime', created, { traits: ['readOnly'] }),
    field('emailAddress', 'string', (row) => roster.emailAddress(row), { length: 254 }),
    field('emailAddress2', 'string', (row) => roster.secondEmailAddress(row), { length: 254 }),
    field('emailAddress3', 'string', (row) => nothing(row, 9), { length: 254 }),
    field(
      'extension',
      'string',
      sparse(30, 10, (_row, hash) => String(100 + (hash % 800))),
      { length: 10 },
    ),
    field(
      'externalID',
      'string',
      sparse(12, 11, (row, hash) => `HR-${String(hash % 100_000).padStart(5, '0')}-${account(row)}`),
      { length: 50 },
    ),
    field('facebookUrl', 'string', sparse(1, 12, personPage('faces')), { length: 200 }),
    field(
      'faxNumber',
      'string',
      sparse(6, 13, (row, hash) => digits(firm(row).place.phone, hash)),
      { length: 25 },
    ),
    field('firstName', 'string', (row) => roster.member(row).person.firstName, { length: 50, traits: ['required'] }),
    field('impersonatorCreatorResourceID', 'integer', () => null, { traits: ['readOnly'], reference: 'Resource' }),
    field('isActive', 'integer', (row) => (roster.isContactActive(row) ? 1 : 0), { traits: ['required'] }),
    field('isOptedOutFromBulkEmail', 'boolean', optsOut, { traits: ['notQueryable'] }),
    field('lastActivityDate', 'datetime', (row) => lastActivity(row, changed(row)), { traits: ['readOnly'] }),
    field('lastModifiedDate', 'datetime', changed, { traits: ['readOnly'] }),
    field('lastName', 'string', (row) => roster.member(row).person.lastName, { length: 50, traits: ['required'] }),
    field('linkedInUrl', 'string', sparse(9, 14, personPage('careers')), { length: 200 }),
    field(
      'middleInitial',
      'string',
      sparse(5, 15, (_row, hash) => pick('ABCDEFGHJKLMNPRSTVW'.split(''), hash)),
      { length: 50 },
    ),
    field(
      'mobilePhone',
      'string',
      sparse(45, 16, (row, hash) => digits(firm(row).place.phone, hash)),
      { length: 25 },
    ),
    field(
      'namePrefix',
      'integer',
      rare(14, 17, (_row, hash) => 1 + (hash % 4)),
      { picklist: PREFIXES },
    ),
    field(
      'nameSuffix',
      'integer',
      rare(1, 18, (_row, hash) => 1 + (hash % 3)),
      { picklist: SUFFIXES },
    ),
    field(
      'note',
      'string',
      sparse(4, 19, (_row, hash) => pick(NOTES, hash)),
      { length: 50 },
    ),
    field('phone', 'string', sparse(72, 20, officePhone), { length: 25 }),
    field('primaryContact', 'boolean', (row) => contacts.ranks[row] === 0),
    field('receivesEmailNotifications', 'boolean', (row) => mix(row, 21, 84) % 10 < 9),
    field(
      'roomNumber',
      'string',
      sparse(5, 22, (_row, hash) => String(1 + (hash % 420))),
      { length: 50 },
    ),
    field('solicitationOptOut', 'boolean', (row) => mix(row, 23, 84) % 40 === 0, { traits: ['notQueryable'] }),
    field('solicitationOptOutTime', 'datetime', (row) => (mix(row, 23, 84) % 40 === 0 ? changed(row) : null), {
      traits: ['readOnly'],
    }),
    field(
      'state',
      'string',
      sparse(55, 24, (row) => firm(row).place.state),
      { length: 40 },
    ),
    field('surveyOptOut', 'boolean', (row) => mix(row, 25, 84) % 60 === 0, { traits: ['notQueryable'] }),
    field(
      'title',
      'string',
      sparse(74, 26, (row) => roster.member(row).person.title),
      { length: 50 },
    ),
    field('twitterUrl', 'string', sparse(1, 27, personPage('short-news')), { length: 200 }),
    field(
      'zipCode',
      'string',
      sparse(55, 28, (row) => firm(row).place.postalCode),
      { length: 16 },
    ),
  ];
}

export function contactUserDefinedFields(): UserDefinedField[] {
  return [
    {
      name: 'Badge number',
      type: 'string',
      description: 'Door badge',
      read: sparse(30, 41, (_row, hash) => `B${10_000 + (hash % 80_000)}`),
    },
    {
      name: 'Preferred language',
      type: 'string',
      description: 'For calls and mails',
      read: rare(25, 42, (_row, hash) => pick(LANGUAGES, hash)),
    },
    {
      name: 'Training hours',
      type: 'double',
      description: 'Hours this year',
      read: (row) => (mix(row, 43, 84) % 3 === 0 ? null : `${mix(row, 44, 84) % 9}.0000`),
    },
  ];
}

/**
 * Three in ten contacts were never edited; then the change lies some milliseconds before the
 * creation (§4.3, recorded).
 */
export function lastModified(created: number, row: number): number {
  const hash = mix(row, 31, 84);
  if (hash % 10 < 3) return created - pick([3, 7, 10, 13], hash);
  return Math.floor(created + share(mix(hash, 1, 84)) * (lastDay - created));
}

function lastActivity(row: number, changed: number): number | null {
  const hash = mix(row, 32, 84);
  if (hash % 12 === 0) return null;
  return hash % 3 === 0 ? changed : Math.floor(changed + share(mix(hash, 1, 85)) * Math.max(0, lastDay - changed));
}

function optsOut(row: number): boolean {
  return mix(row, 33, 84) % 25 === 0;
}

function houseNumber(account: number): string {
  return String(1 + (mix(account, 34, 84) % 180));
}

import { type Field, field, type UserDefinedField } from '../table/field.ts';
import { countryId } from './countries.ts';
import { firstDay, lastDay } from './moments.ts';
import { digits, mix, pick, share } from './random.ts';
import type { Roster } from './roster.ts';
import { nothing, rare, sparse } from './sparse.ts';

/** The usual system values (autotask-api.md §4.4, inferred). */
const TYPES = [
  { value: '1', label: 'Customer' },
  { value: '2', label: 'Lead' },
  { value: '3', label: 'Prospect' },
  { value: '4', label: 'Dead' },
  { value: '6', label: 'Cancelation' },
  { value: '7', label: 'Vendor' },
  { value: '8', label: 'Partner' },
];
const CLASSIFICATIONS = ['Gold', 'Silver', 'Bronze'].map((label, index) => ({ value: String(200 + index), label }));
const SEGMENTS = ['Health', 'Industry', 'Trade', 'Public'].map((label, index) => ({
  value: String(29_682_770 + index),
  label,
}));
const TERRITORIES = ['North', 'South', 'International'].map((label, index) => ({
  value: String(29_682_780 + index),
  label,
}));
const OWNERS = [29_682_885, 29_682_886, 29_682_889, 29_682_901];

/**
 * The company's fields, in the order in which Autotask answers them (autotask-api.md §4.2 and
 * §4.3).
 */
export function companyFields(roster: Roster): Field[] {
  const { accounts, firms } = roster;
  const firm = (row: number) => firms.firm(row);
  const created = (row: number) => accounts.created[row] ?? firstDay;
  const changed = (row: number) => lastTracked(created(row), row);
  const street = (row: number) =>
    pick(firm(row).culture.streets, firms.hash(row, 91)).replace('{n}', String(1 + (mix(row, 34, 84) % 180)));
  const empty = (aspect: number) => (row: number) => nothing(row, aspect);
  const none = () => null;
  return [
    field('id', 'long', (row) => accounts.ids[row] ?? 0, { traits: ['readOnly', 'required'] }),
    field('additionalAddressInformation', 'string', empty(101), { length: 100 }),
    field('address1', 'string', sparse(88, 102, street), { length: 128 }),
    field('address2', 'string', empty(103), { length: 128 }),
    field(
      'alternatePhone1',
      'string',
      sparse(12, 104, (row, hash) => digits(firm(row).place.phone, hash)),
      { length: 25 },
    ),
    field('alternatePhone2', 'string', empty(105), { length: 25 }),
    field('apiVendorID', 'integer', none, { traits: ['readOnly'], picklist: [{ value: '31', label: 'Data import' }] }),
    field('assetValue', 'double', (row) => (mix(row, 106, 84) % 4 === 0 ? null : 0), { traits: ['notQueryable'] }),
    field('billToCompanyLocationID', 'integer', none, { reference: 'CompanyLocation' }),
    field('billToAdditionalAddressInformation', 'string', empty(107), { length: 100 }),
    field('billingAddress1', 'string', empty(108), { length: 150 }),
    field('billingAddress2', 'string', empty(109), { length: 150 }),
    field('billToAddressToUse', 'integer', () => 1, { picklist: [{ value: '1', label: 'Use Account Address' }] }),
    field('billToAttention', 'string', empty(110), { length: 50 }),
    field('billToCity', 'string', empty(111), { length: 50 }),
    field('billToCountryID', 'integer', none, { reference: 'Country' }),
    field('billToState', 'string', empty(112), { length: 128 }),
    field('billToZipCode', 'string', empty(113), { length: 50 }),
    field(
      'city',
      'string',
      sparse(92, 114, (row) => firm(row).place.city),
      { length: 30 },
    ),
    field(
      'classification',
      'integer',
      rare(70, 115, (_row, hash) => 200 + (hash % 3)),
      { picklist: CLASSIFICATIONS },
    ),
    field('companyCategoryID', 'integer', () => 1, { reference: 'CompanyCategory' }),
    field('companyName', 'string', (row) => firm(row).name, { length: 100, traits: ['required'] }),
    field(
      'companyNumber',
      'string',
      sparse(35, 116, (row) => `C-${1000 + row}`),
      { length: 50 },
    ),
    field('companyType', 'integer', (row) => companyType(roster, row), { traits: ['required'], picklist: TYPES }),
    field('competitorID', 'integer', none, { picklist: [] }),
    field(
      'countryID',
      'integer',
      rare(94, 117, (row) => countryId(firm(row).place.country)),
      { reference: 'Country' },
    ),
    field('createDate', 'datetime', created, { traits: ['readOnly'] }),
    field('createdByResourceID', 'integer', (row) => pick(OWNERS, mix(row, 118, 84)), {
      traits: ['readOnly'],
      reference: 'Resource',
    }),
    field('currencyID', 'integer', () => 1, { reference: 'Currency' }),
    field(
      'fax',
      'string',
      sparse(15, 119, (row, hash) => digits(firm(row).place.phone, hash)),
      { length: 25 },
    ),
    field('impersonatorCreatorResourceID', 'integer', none, { traits: ['readOnly'], reference: 'Resource' }),
    field(
      'invoiceEmailMessageID',
      'integer',
      rare(60, 120, () => 1),
    ),
    field(
      'invoiceMethod',
      'integer',
      rare(60, 121, () => 2),
      { picklist: [{ value: '2', label: 'E-mail' }] },
    ),
    field('invoiceNonContractItemsToParentCompany', 'boolean', () => false),
    field(
      'invoiceTemplateID',
      'integer',
      rare(60, 122, () => 102),
    ),
    field('isActive', 'boolean', (row) => roster.isAccountActive(row)),
    field('isClientPortalActive', 'boolean', (row) => mix(row, 123, 84) % 3 > 0, { traits: ['readOnly'] }),
    field('isEnabledForComanaged', 'boolean', (row) => mix(row, 124, 84) % 30 === 0),
    field('isSample', 'boolean', () => false, { traits: ['readOnly'] }),
    field('isTaskFireActive', 'boolean', () => false, { traits: ['readOnly'] }),
    field('isTaxExempt', 'boolean', (row) => mix(row, 125, 84) % 20 === 0),
    field(
      'lastActivityDate',
      'datetime',
      (row) => Math.min(lastDay, changed(row) + (mix(row, 126, 84) % 9_000_000) * 1000),
      { traits: ['readOnly'] },
    ),
    field('lastTrackedModifiedDateTime', 'datetime', changed, { traits: ['readOnly'] }),
    field(
      'marketSegmentID',
      'integer',
      rare(40, 127, (_row, hash) => 29_682_770 + (hash % 4)),
      { picklist: SEGMENTS },
    ),
    field('ownerResourceID', 'integer', (row) => pick(OWNERS, mix(row, 128, 84)), {
      traits: ['required'],
      reference: 'Resource',
    }),
    field('parentCompanyID', 'integer', (row) => parentId(roster, row), { reference: 'Company' }),
    field('phone', 'string', (row) => digits(firm(row).place.phone, firms.hash(row, 92)), {
      length: 25,
      traits: ['required'],
    }),
    field(
      'postalCode',
      'string',
      sparse(88, 129, (row) => firm(row).place.postalCode),
      { length: 10 },
    ),
    field('purchaseOrderTemplateID', 'integer', none),
    field(
      'quoteEmailMessageID',
      'integer',
      rare(30, 130, () => 2),
    ),
    field(
      'quoteTemplateID',
      'integer',
      rare(30, 131, () => 1),
    ),
    field('sicCode', 'string', empty(132), { length: 32 }),
    field(
      'state',
      'string',
      sparse(80, 133, (row) => firm(row).place.state),
      { length: 40 },
    ),
    field('stockMarket', 'string', empty(134), { length: 10 }),
    field('stockSymbol', 'string', empty(135), { length: 10 }),
    field(
      'surveyCompanyRating',
      'double',
      rare(20, 136, (_row, hash) => 3 + (hash % 21) / 10),
      { traits: ['readOnly'] },
    ),
    field(
      'taxID',
      'string',
      sparse(25, 137, (_row, hash) => digits('##-#######', hash)),
      { length: 50 },
    ),
    field('taxRegionID', 'integer', none),
    field(
      'territoryID',
      'integer',
      rare(50, 138, (_row, hash) => 29_682_780 + (hash % 3)),
      { picklist: TERRITORIES },
    ),
    field(
      'webAddress',
      'string',
      sparse(70, 139, (row, hash) => `${hash % 3 === 0 ? '' : 'https://'}www.${firm(row).domain}`),
      { length: 255 },
    ),
  ];
}

export function companyUserDefinedFields(): UserDefinedField[] {
  return [
    {
      name: 'Contract tier',
      type: 'string',
      description: 'As signed',
      read: rare(60, 141, (_row, hash) => pick(['Essential', 'Standard', 'Complete'], hash)),
    },
    {
      name: 'Servers under contract',
      type: 'double',
      description: 'Counted yearly',
      read: (row) => `${mix(row, 142, 84) % 12}.0000`,
    },
    {
      name: 'Site survey',
      type: 'datetime',
      description: 'Last visit',
      read: rare(35, 143, (_row, hash) =>
        new Date(firstDay + share(hash) * (lastDay - firstDay)).toISOString().slice(0, 10),
      ),
    },
  ];
}

/** Mostly customers; the MSP itself and everyone with many people are always one. */
function companyType(roster: Roster, row: number): number {
  if (row === 0 || (roster.accounts.sizes[row] ?? 0) > 40) return 1;
  const number = mix(row, 144, 84) % 100;
  if (!roster.isAccountActive(row)) return number < 70 ? 6 : 4;
  if (number < 84) return 1;
  if (number < 90) return 3;
  if (number < 93) return 2;
  if (number < 95) return 6;
  return number < 98 ? 7 : 8;
}

function parentId(roster: Roster, row: number): number | null {
  const { sister } = roster.firms.firm(row);
  return sister === undefined ? null : (roster.accounts.ids[sister] ?? null);
}

function lastTracked(created: number, row: number): number {
  const hash = mix(row, 145, 84);
  return hash % 4 === 0 ? created : Math.floor(created + share(hash) * (lastDay - created));
}

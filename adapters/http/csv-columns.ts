import type { Difference } from '../../core/domain/difference.ts';
import type { IntegrationStatus } from '../../core/domain/integration-status.ts';
import type { RunItem } from '../../core/domain/run.ts';
import type { ExportedContact } from '../../core/use-cases/export-contacts.ts';
import type { CsvColumns } from './csv-file.ts';

const STATUS_WORDS: Readonly<Record<IntegrationStatus, string>> = {
  blank: '',
  equal: 'Equal',
  modified: 'Modified',
  failed: 'Failed',
};

const FIELD_WORDS: Readonly<Record<Difference['field'], string>> = {
  firstName: 'First name',
  lastName: 'Last name',
  account: 'Account',
};

const SIDE_WORDS: Readonly<Record<Difference['changedIn'], string>> = {
  autotask: 'changed in Autotask',
  mbs: 'changed in MBS',
  both: 'changed in both',
  unknown: 'not known where it changed',
};

export const CONTACT_COLUMNS: CsvColumns<ExportedContact> = {
  'First name': ({ listed }) => listed.contact.firstName,
  'Last name': ({ listed }) => listed.contact.lastName,
  Email: ({ listed }) => listed.contact.email,
  Account: ({ listed }) => listed.contact.account,
  Active: ({ listed: { contact } }) => (contact.isActive && !contact.isGone ? 'yes' : 'no'),
  'MBS Integration Status': ({ listed }) => STATUS_WORDS[listed.status],
  // Of what can no longer be assigned nothing but the id is known.
  Destination: ({ listed, destination }) => destination?.name ?? listed.assignment.destinationId,
  'Storage account': ({ destination }) => destination?.storageAccount ?? null,
  Package: (row) => row.package?.name ?? row.listed.assignment.packageId,
  Problem: ({ listed }) => listed.problem,
  Reason: ({ listed }) => listed.reason?.text ?? null,
  Remedy: ({ listed }) => listed.reason?.remedy ?? null,
  Differences: ({ listed }) => listed.differences.map(differenceInWords).join('; '),
  'Contact id': ({ listed }) => listed.contact.id,
  'User id': ({ listed }) => listed.userId,
};

export const ITEM_COLUMNS: CsvColumns<RunItem> = {
  'First name': ({ contact }) => contact.firstName,
  'Last name': ({ contact }) => contact.lastName,
  Email: ({ contact }) => contact.email,
  Account: ({ contact }) => contact.account,
  'Contact id': ({ contactId }) => contactId,
  Outcome: ({ outcome }) => outcome,
  Code: ({ reason }) => reason?.code ?? null,
  Reason: ({ reason }) => reason?.text ?? null,
  Remedy: ({ reason }) => reason?.remedy ?? null,
};

function differenceInWords({ field, autotask, mbs, changedIn }: Difference): string {
  return `${FIELD_WORDS[field]}: “${autotask}” in Autotask, “${mbs}” in MBS (${SIDE_WORDS[changedIn]})`;
}

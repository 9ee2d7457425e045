import type { Knex } from 'knex';
import type { Assignment, Contact, Link } from '../../core/domain/contact.ts';
import type { FailedAttempt } from '../../core/domain/failed-attempt.ts';
import { accountId, contactId, destinationId, packageId, userId } from '../../core/domain/ids.ts';
import type { IntegrationStatus } from '../../core/domain/integration-status.ts';
import type { ReasonCode } from '../../core/domain/reason.ts';
import type { BookRow, StoredDerivation } from '../../core/ports/contact-book.ts';

/** What a contact is and was assigned; the same columns in the book and in a run's items. */
export interface SnapshotRow {
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  readonly account_id: string;
  readonly account: string;
  /** Flags are numbers in SQLite. */
  readonly is_active: boolean | number;
  readonly is_gone: boolean | number;
  readonly destination_id: string | null;
  readonly package_id: string | null;
}

/** What imports left with a contact. */
export interface TraceRow {
  readonly link_user_id: string | null;
  readonly link_first_name: string | null;
  readonly link_last_name: string | null;
  readonly link_account: string | null;
  readonly linked_at: string | null;
  readonly attempt_code: ReasonCode | null;
  readonly attempt_quote: string | null;
  readonly attempt_email_key: string | null;
  readonly attempt_user_id: string | null;
}

export interface ContactRow extends SnapshotRow, TraceRow {
  readonly id: string;
  readonly email_key: string;
  readonly status: IntegrationStatus;
  readonly problem: ReasonCode | null;
  readonly user_id: string | null;
  readonly user_company_key: string | null;
  /** "" for none. */
  readonly shown_destination_id: string;
  readonly shown_package_id: string;
  readonly revision: number;
}

export const SNAPSHOT_COLUMNS = [
  'first_name',
  'last_name',
  'email',
  'account_id',
  'account',
  'is_active',
  'is_gone',
  'destination_id',
  'package_id',
] as const satisfies readonly (keyof SnapshotRow)[];

export const TRACE_COLUMNS = [
  'link_user_id',
  'link_first_name',
  'link_last_name',
  'link_account',
  'linked_at',
  'attempt_code',
  'attempt_quote',
  'attempt_email_key',
  'attempt_user_id',
] as const satisfies readonly (keyof TraceRow)[];

/** The columns of a {@link ContactRow}. */
export const CONTACT_COLUMNS: readonly (keyof ContactRow)[] = [
  'id',
  ...SNAPSHOT_COLUMNS,
  ...TRACE_COLUMNS,
  'email_key',
  'status',
  'problem',
  'user_id',
  'user_company_key',
  'shown_destination_id',
  'shown_package_id',
  'revision',
];

/** What a query over autotask_contact selects for {@link bookRowOf}. */
export function contactColumns(knex: Knex): readonly (string | Knex.Raw)[] {
  return [
    // As text, because SQLite's driver rounds numbers beyond 53 bits.
    knex.raw('cast(id as text) as id'),
    ...CONTACT_COLUMNS.filter((column) => column !== 'id'),
  ];
}

export function bookRowOf(row: ContactRow): BookRow {
  return {
    entry: {
      contact: contactOf(row.id, row),
      assignment: assignmentOf(row),
      link: linkOf(row),
      attempt: attemptOf(row),
    },
    derived: derivedOf(row),
    revision: row.revision,
  };
}

function derivedOf(row: ContactRow): StoredDerivation {
  const { shown_destination_id: destination, shown_package_id: shownPackage } = row;
  return {
    status: row.status,
    problem: row.problem,
    userId: row.user_id === null ? null : userId(row.user_id),
    userCompany: row.user_company_key,
    shown: {
      destinationId: destination === '' ? null : destinationId(destination),
      packageId: shownPackage === '' ? null : packageId(shownPackage),
    },
  };
}

export function contactOf(id: string, row: SnapshotRow): Contact {
  return {
    id: contactId(id),
    firstName: row.first_name,
    lastName: row.last_name,
    email: row.email,
    accountId: accountId(row.account_id),
    account: row.account,
    isActive: Boolean(row.is_active),
    isGone: Boolean(row.is_gone),
  };
}

export function assignmentOf(row: SnapshotRow): Assignment {
  return {
    destinationId: row.destination_id === null ? null : destinationId(row.destination_id),
    packageId: row.package_id === null ? null : packageId(row.package_id),
  };
}

export function linkOf(row: TraceRow): Link | null {
  if (row.link_user_id === null) return null;
  return {
    userId: userId(row.link_user_id),
    firstName: row.link_first_name ?? '',
    lastName: row.link_last_name ?? '',
    account: row.link_account ?? '',
    importedAt: row.linked_at ?? '',
  };
}

export function attemptOf(row: TraceRow): FailedAttempt | null {
  if (row.attempt_code === null) return null;
  return {
    code: row.attempt_code,
    quote: row.attempt_quote,
    emailKey: row.attempt_email_key ?? '',
    userId: row.attempt_user_id === null ? null : userId(row.attempt_user_id),
  };
}

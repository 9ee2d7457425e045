import type { Knex } from 'knex';
import type { Link } from '../../core/domain/contact.ts';
import type { FailedAttempt } from '../../core/domain/failed-attempt.ts';
import type { BookKey } from '../../core/domain/scope.ts';
import type { DerivationRecord, ImportRecord } from '../../core/ports/contact-book.ts';
import { isContactNumber } from './contact-number.ts';
import type { Columns } from './dialect.ts';
import { foldImportRecords } from './import-records.ts';
import { type RowsUpdate, takeOver, updateRows } from './update-rows.ts';

const ATTEMPT = {
  attempt_code: 'text',
  attempt_quote: 'text',
  attempt_email_key: 'text',
  attempt_user_id: 'text',
} as const satisfies Columns;

const LINK = {
  link_user_id: 'text',
  link_first_name: 'text',
  link_last_name: 'text',
  link_account: 'text',
  linked_at: 'text',
} as const satisfies Columns;

const DERIVED = { status: 'text', problem: 'text', user_id: 'text' } as const satisfies Columns;

const CHANGED = 'autotask_contact.revision + 1';
const CHANGED_WITH_ATTEMPT = `autotask_contact.revision + case
  when autotask_contact.attempt_code is distinct from given.attempt_code
    or autotask_contact.attempt_user_id is distinct from given.attempt_user_id then 1 else 0 end`;

interface UpdateRow {
  readonly id: string;
  readonly [column: string]: string | number | null;
}

/** Writes derivations to the rows that are still as they were read. */
export async function writeDerivations(knex: Knex, key: BookKey, records: readonly DerivationRecord[]): Promise<void> {
  const rows = records.map(({ contactId, revision, derived, attempt }) => ({
    id: contactId,
    revision,
    status: derived.status,
    problem: derived.problem,
    user_id: derived.userId,
    ...attemptColumns(attempt),
  }));
  await updateContacts(knex, key, { ...DERIVED, ...ATTEMPT }, rows, {
    revision: CHANGED_WITH_ATTEMPT,
    isGuarded: true,
  });
}

/** Writes links and attempts. */
export async function writeImports(
  transaction: Knex.Transaction,
  key: BookKey,
  records: readonly ImportRecord[],
): Promise<void> {
  const left = foldImportRecords(records);
  const linked = left.flatMap(({ contactId, link, attempt }) =>
    link === null ? [] : [{ id: contactId, ...linkColumns(link), ...attemptColumns(attempt) }],
  );
  const others = left.filter(({ link }) => link === null);
  await freeUsers(
    transaction,
    key,
    linked.map(({ link_user_id }) => ({ link_user_id })),
  );
  await updateContacts(transaction, key, { ...LINK, ...ATTEMPT }, linked, { revision: CHANGED, isGuarded: false });
  const attempts = others.map(({ contactId, attempt }) => ({ id: contactId, ...attemptColumns(attempt) }));
  await updateContacts(transaction, key, ATTEMPT, attempts, { revision: CHANGED, isGuarded: false });
}

/** Takes users away from whatever contacts they are linked to. */
async function freeUsers(knex: Knex, key: BookKey, users: readonly { readonly link_user_id: string }[]): Promise<void> {
  const unlink: RowsUpdate = {
    ...inBook(key),
    given: { link_user_id: 'text' },
    set: [...Object.keys(LINK).map((column) => `${column} = null`), `revision = ${CHANGED}`],
    where: 'autotask_contact.link_user_id = given.link_user_id',
  };
  if (users.length > 0) await updateRows(knex, unlink, users);
}

/** Sets columns of many contacts in one statement; contacts that are not there are passed over. */
async function updateContacts(
  knex: Knex,
  key: BookKey,
  columns: Columns,
  rows: readonly UpdateRow[],
  { revision, isGuarded }: { readonly revision: string; readonly isGuarded: boolean },
): Promise<void> {
  const update: RowsUpdate = {
    ...inBook(key),
    given: { id: 'bigint', revision: 'bigint', ...columns },
    set: [...takeOver(columns), `revision = ${revision}`],
    where: `autotask_contact.id = given.id ${isGuarded ? 'and autotask_contact.revision = given.revision' : ''}`,
  };
  const known = rows.filter(({ id }) => isContactNumber(id));
  if (known.length > 0) await updateRows(knex, update, known);
}

function inBook({ tenantId, databaseId }: BookKey): Pick<RowsUpdate, 'table' | 'key'> {
  return { table: 'autotask_contact', key: { tenant_id: tenantId, database_id: databaseId } };
}

function attemptColumns(attempt: FailedAttempt | null): Record<keyof typeof ATTEMPT, string | null> {
  return {
    attempt_code: attempt?.code ?? null,
    attempt_quote: attempt?.quote ?? null,
    attempt_email_key: attempt?.emailKey ?? null,
    attempt_user_id: attempt?.userId ?? null,
  };
}

function linkColumns(link: Link): Record<keyof typeof LINK, string> {
  return {
    link_user_id: link.userId,
    link_first_name: link.firstName,
    link_last_name: link.lastName,
    link_account: link.account,
    linked_at: link.importedAt,
  };
}

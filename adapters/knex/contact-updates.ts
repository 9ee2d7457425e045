import type { Knex } from 'knex';
import type { Link } from '../../core/domain/contact.ts';
import type { ContactId } from '../../core/domain/ids.ts';
import type { BookKey } from '../../core/domain/scope.ts';
import type { DerivationRecord, ImportRecord } from '../../core/ports/contact-book.ts';
import { isContactNumber } from './contact-number.ts';
import { type Columns, dialectOf } from './dialect.ts';
import { foldImportRecords, type LeftWith } from './import-records.ts';
import { writeOfUsers } from './of-user.ts';
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

const IS_SAME = 'autotask_contact.revision = given.revision';
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
  const rows = records.map(({ contactId, revision, derived, attempt }) =>
    leftRow({ contactId, link: null, attempt, follows: { revision, derived } }),
  );
  const update: RowsUpdate = {
    ...inBook(key),
    given: { id: 'bigint', revision: 'bigint', ...DERIVED, ...ATTEMPT },
    set: [...takeOver({ ...DERIVED, ...ATTEMPT }), `revision = ${CHANGED_WITH_ATTEMPT}`],
    where: `autotask_contact.id = given.id and ${IS_SAME}`,
  };
  const known = rows.filter(({ id }) => isContactNumber(id));
  if (known.length === 0) return;
  await writeOfUsers(knex, key, records);
  await updateRows(knex, update, known);
}

/** Writes links and attempts with what follows from them, and says for whom that could not be kept. */
export async function writeImports(
  transaction: Knex.Transaction,
  key: BookKey,
  records: readonly ImportRecord[],
): Promise<readonly ContactId[]> {
  const left = foldImportRecords(records);
  const links = left.flatMap((each) => (each.link === null ? [] : [linkedRow(each.link, each)]));
  await freeUsers(transaction, key, links);
  await writeOfUsers(
    transaction,
    key,
    left.flatMap(({ contactId, follows }) => (follows === undefined ? [] : [{ contactId, ...follows }])),
  );
  const attempts = left.filter(({ link }) => link === null).map(leftRow);
  const written = [
    ...(await writeLeft(transaction, key, { ...LINK, ...ATTEMPT }, links)),
    ...(await writeLeft(transaction, key, ATTEMPT, attempts)),
  ];
  const revisions = new Map(written.map(({ id, revision }) => [id, revision]));
  const isKept = ({ contactId, follows }: LeftWith) => follows && revisions.get(contactId) === follows.revision + 1;
  const kept = new Set(left.filter(isKept).map(({ contactId }) => contactId));
  return records.flatMap(({ contactId, follows }) => (follows === undefined || kept.has(contactId) ? [] : [contactId]));
}

/** Takes users away from whatever other contacts they are linked to. */
async function freeUsers(
  knex: Knex,
  key: BookKey,
  users: readonly { readonly id: string; readonly link_user_id: string }[],
): Promise<void> {
  const unlink: RowsUpdate = {
    ...inBook(key),
    given: { id: 'bigint', link_user_id: 'text' },
    set: [...Object.keys(LINK).map((column) => `${column} = null`), `revision = ${CHANGED}`],
    where: 'autotask_contact.link_user_id = given.link_user_id and autotask_contact.id <> given.id',
  };
  const known = users
    .filter(({ id }) => isContactNumber(id))
    .map(({ id, link_user_id: user }) => ({ id, link_user_id: user }));
  if (known.length > 0) await updateRows(knex, unlink, known);
}

/** Writes what is left with contacts, and says at which revisions they are now. */
async function writeLeft(
  transaction: Knex.Transaction,
  key: BookKey,
  columns: Columns,
  rows: readonly UpdateRow[],
): Promise<readonly { readonly id: string; readonly revision: number }[]> {
  const known = rows.filter(({ id }) => isContactNumber(id));
  if (known.length === 0) return [];
  const update = updateRows(
    transaction,
    {
      ...inBook(key),
      given: { id: 'bigint', revision: 'bigint', ...columns, ...DERIVED },
      set: [
        ...takeOver(columns),
        ...Object.keys(DERIVED).map(
          (column) => `${column} = case when ${IS_SAME} then given.${column}
          else autotask_contact.${column} end`,
        ),
        `revision = ${CHANGED}`,
      ],
      where: 'autotask_contact.id = given.id',
    },
    known,
  );
  const returning = 'cast(autotask_contact.id as text) as id, autotask_contact.revision as revision';
  const answer: unknown = await transaction.raw(`? returning ${returning}`, [update]);
  return dialectOf(transaction).rowsOf(answer) as readonly { readonly id: string; readonly revision: number }[];
}

function inBook({ tenantId, databaseId }: BookKey): Pick<RowsUpdate, 'table' | 'key'> {
  return { table: 'autotask_contact', key: { tenant_id: tenantId, database_id: databaseId } };
}

function leftRow({ contactId, attempt, follows }: LeftWith): UpdateRow {
  const derived = follows?.derived;
  return {
    id: contactId,
    attempt_code: attempt?.code ?? null,
    attempt_quote: attempt?.quote ?? null,
    attempt_email_key: attempt?.emailKey ?? null,
    attempt_user_id: attempt?.userId ?? null,
    revision: follows?.revision ?? null,
    status: derived?.status ?? null,
    problem: derived?.problem ?? null,
    user_id: derived?.userId ?? null,
  };
}

function linkedRow(link: Link, left: LeftWith): UpdateRow & { readonly link_user_id: string } {
  return {
    ...leftRow(left),
    link_user_id: link.userId,
    link_first_name: link.firstName,
    link_last_name: link.lastName,
    link_account: link.account,
    linked_at: link.importedAt,
  };
}

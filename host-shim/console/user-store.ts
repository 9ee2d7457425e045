import type { Knex } from 'knex';
import { uuidv7 } from 'uuidv7';
import { ensureCompany } from './company-store.ts';
import { ConsoleProblem } from './console-problem.ts';
import { isUniqueViolation } from './database.ts';
import { emailKey, foldName } from './keys.ts';
import type { ListPage, ListQuery } from './list-page.ts';
import { assignmentsOf, assignStorage, clearStorage } from './user-assignment.ts';
import { type Assignment, assignmentOf, type NewUser, type User, type UserChange } from './user-fields.ts';
import { findUsers } from './user-search.ts';

interface UserRow {
  readonly id: string;
  readonly email: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly company: string;
  /** A number in SQLite. */
  readonly enabled: boolean | number;
}

const COLUMNS = ['id', 'email', 'first_name', 'last_name', 'company', 'enabled'] as const;

export class UserStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(tenantId: string, query: ListQuery): Promise<ListPage<User> & { readonly total: number | null }> {
    const found = await findUsers(this.#knex, tenantId, query);
    const ids = found.items.map(({ id }) => id);
    const rows: readonly UserRow[] = await this.#knex('console_user')
      .whereIn('id', ids)
      .select(...COLUMNS);
    const users = new Map((await withAssignments(this.#knex, rows)).map((user) => [user.id, user]));
    // One that is deleted just now is no longer there.
    return { ...found, items: ids.flatMap((id) => users.get(id) ?? []) };
  }

  async find(tenantId: string, id: string): Promise<User | null> {
    return findUser(this.#knex, tenantId, id);
  }

  async add(tenantId: string, fields: NewUser): Promise<User> {
    const assignment = assignmentOf(fields);
    const now = new Date().toISOString();
    return refusingTakenEmail(() =>
      this.#knex.transaction(async (transaction) => {
        const id = uuidv7();
        await transaction('console_user').insert({
          id,
          tenant_id: tenantId,
          email: fields.email.trim(),
          email_key: emailKey(fields.email),
          first_name: foldName(fields.firstName ?? ''),
          last_name: foldName(fields.lastName ?? ''),
          company: await ensureCompany(transaction, tenantId, fields.company ?? ''),
          enabled: fields.enabled ?? true,
          created_at: now,
          updated_at: now,
        });
        if (assignment) await assignStorage(transaction, { tenantId, userId: id }, assignment);
        return existing(await findUser(transaction, tenantId, id));
      }),
    );
  }

  /** Null when there is no such user. */
  async change(tenantId: string, id: string, fields: UserChange): Promise<User | null> {
    const assignment = assignmentOf(fields);
    return refusingTakenEmail(() =>
      this.#knex.transaction(async (transaction) => {
        const changed = await transaction('console_user')
          .where({ tenant_id: tenantId, id })
          .update(await changedColumns(transaction, tenantId, fields));
        if (changed === 0) return null;
        if (assignment === null) await clearStorage(transaction, id);
        if (assignment) await assignStorage(transaction, { tenantId, userId: id }, assignment);
        return findUser(transaction, tenantId, id);
      }),
    );
  }

  /** False when there is no such user. Assignments go with it. */
  async remove(tenantId: string, id: string): Promise<boolean> {
    return (await this.#knex('console_user').where({ tenant_id: tenantId, id }).delete()) > 0;
  }
}

async function findUser(knex: Knex, tenantId: string, id: string): Promise<User | null> {
  const rows: readonly UserRow[] = await knex('console_user')
    .where({ tenant_id: tenantId, id })
    .select(...COLUMNS);
  const [user] = await withAssignments(knex, rows);
  return user ?? null;
}

async function changedColumns(
  transaction: Knex.Transaction,
  tenantId: string,
  fields: UserChange,
): Promise<Record<string, string | boolean>> {
  const columns: Record<string, string | boolean> = { updated_at: new Date().toISOString() };
  if (fields.email !== undefined) {
    columns['email'] = fields.email.trim();
    columns['email_key'] = emailKey(fields.email);
  }
  if (fields.firstName !== undefined) columns['first_name'] = foldName(fields.firstName);
  if (fields.lastName !== undefined) columns['last_name'] = foldName(fields.lastName);
  if (fields.company !== undefined) columns['company'] = await ensureCompany(transaction, tenantId, fields.company);
  if (fields.enabled !== undefined) columns['enabled'] = fields.enabled;
  return columns;
}

async function withAssignments(knex: Knex, rows: readonly UserRow[]): Promise<User[]> {
  const assignments = await assignmentsOf(
    knex,
    rows.map((row) => row.id),
  );
  return rows.map((row) => userOf(row, assignments.get(row.id) ?? []));
}

function userOf(row: UserRow, assignments: readonly Assignment[]): User {
  const only = assignments.length === 1 ? assignments[0] : undefined;
  return {
    id: row.id,
    email: row.email,
    firstName: row.first_name,
    lastName: row.last_name,
    company: row.company,
    enabled: Boolean(row.enabled),
    destinationId: only?.destinationId ?? null,
    packageId: only?.packageId ?? null,
    destinations: [...assignments],
  };
}

async function refusingTakenEmail<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new ConsoleProblem('email_taken', '"email" must be new: another user has this login already.', {
      field: 'email',
    });
  }
}

function existing<Value>(value: Value | null): Value {
  if (value === null) throw new Error('The row just written must exist.');
  return value;
}

import type { Knex } from 'knex';
import { comparable } from '../../core/domain/comparison.ts';
import type { TenantId, UserId } from '../../core/domain/ids.ts';
import type { UserTarget } from '../../core/domain/import-plan.ts';
import type { Columns, Dialect } from './dialect.ts';

export interface NewUser {
  readonly id: UserId;
  readonly emailKey: string;
  readonly target: UserTarget;
}

export interface ChangedUser {
  readonly id: UserId;
  readonly target: UserTarget;
}

const NAMES: Columns = { id: 'text', first_name: 'text', last_name: 'text', company: 'text' };

/** Writes users, their destinations and their companies in a few statements, however many users there are. */
export class UserSaveWriter {
  readonly #transaction: Knex.Transaction;
  readonly #dialect: Dialect;
  readonly #tenantId: TenantId;
  readonly #now: string;

  constructor(
    transaction: Knex.Transaction,
    options: { readonly dialect: Dialect; readonly tenantId: TenantId; readonly now: string },
  ) {
    this.#transaction = transaction;
    this.#dialect = options.dialect;
    this.#tenantId = options.tenantId;
    this.#now = options.now;
  }

  /** Answers the ids of those whose login was still free. */
  async insertUsers(users: readonly NewUser[]): Promise<ReadonlySet<string>> {
    const rows = users.map(({ id, emailKey, target }) => ({
      ...nameColumns(id, target),
      email: target.email,
      email_key: emailKey,
    }));
    // In the order of the key, so that two writers with the same logins wait for each other, not for ever.
    rows.sort((one, other) => (one.email_key < other.email_key ? -1 : 1));
    const inserted = await this.#write(
      `insert into console_user (id, tenant_id, email, email_key, first_name, last_name, company, enabled,
        created_at, updated_at)
      select id, ?, email, email_key, first_name, last_name, company, true, ?, ?
      from $rows where true
      on conflict (email_key) do nothing
      returning id`,
      { values: [this.#tenantId, this.#now, this.#now], columns: { ...NAMES, email: 'text', email_key: 'text' }, rows },
    );
    return new Set(inserted.map(idOf));
  }

  async updateUsers(users: readonly ChangedUser[]): Promise<void> {
    await this.#write(
      `update console_user set first_name = changed.first_name, last_name = changed.last_name,
        company = changed.company, updated_at = ?
      from $rows where console_user.id = changed.id`,
      { values: [this.#now], columns: NAMES, rows: users.map(({ id, target }) => nameColumns(id, target)) },
    );
  }

  /** Adds the destination or changes its package; leaves every other destination alone. */
  async assignDestinations(users: readonly ChangedUser[]): Promise<void> {
    await this.#write(
      `insert into console_user_destination (user_id, destination_id, package_id)
      select user_id, destination_id, package_id from $rows where true
      on conflict (user_id, destination_id) do update set package_id = excluded.package_id`,
      {
        values: [],
        columns: { user_id: 'text', destination_id: 'text', package_id: 'text' },
        rows: users.map(({ id, target }) => ({
          user_id: id,
          destination_id: target.destinationId,
          package_id: target.packageId,
        })),
      },
    );
  }

  /** Makes the companies that are missing; one that differs only in white space is the same company. */
  async ensureCompanies(users: readonly ChangedUser[], newId: () => string): Promise<void> {
    const names = new Map(users.map(({ target }) => [comparable(target.company), target.company]));
    names.delete('');
    const rows = [...names].sort().map(([name_key, name]) => ({ id: newId(), name, name_key }));
    await this.#write(
      `insert into console_company (id, tenant_id, name, name_key)
      select id, ?, name, name_key from $rows where true
      on conflict (tenant_id, name_key) do nothing`,
      { values: [this.#tenantId], columns: { id: 'text', name: 'text', name_key: 'text' }, rows },
    );
  }

  async #write(
    sql: string,
    given: { readonly values: readonly string[]; readonly columns: Columns; readonly rows: readonly object[] },
  ): Promise<readonly unknown[]> {
    if (given.rows.length === 0) return [];
    const statement = sql.replace('$rows', this.#dialect.rowsFrom(given.columns, 'changed'));
    const answer: unknown = await this.#transaction.raw(statement, [...given.values, JSON.stringify(given.rows)]);
    return this.#dialect.rowsOf(answer);
  }
}

function nameColumns(id: UserId, { firstName, lastName, company }: UserTarget) {
  return { id, first_name: firstName, last_name: lastName, company };
}

function idOf(row: unknown): string {
  if (typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string') return row.id;
  throw new Error('An inserted user answers with its id');
}

import type { Knex } from 'knex';
import type { Connection, ConnectionState, EntityAccess } from '../../core/domain/connection.ts';
import { databaseId, type TenantId } from '../../core/domain/ids.ts';
import type { ConnectionStore, StoredConnection } from '../../core/ports/connection-store.ts';

interface ConnectionRow {
  readonly state: ConnectionState;
  readonly username: string | null;
  /** A number in SQLite. */
  readonly has_password: boolean | number;
  readonly zone: string | null;
  readonly database_id: string | null;
  readonly checked_at: string | null;
  readonly contacts_access: EntityAccess;
  readonly accounts_access: EntityAccess;
  readonly problem_code: string | null;
  readonly problem_text: string | null;
  readonly problem_remedy: string | null;
  readonly sealed_credentials: string | null;
}

const TABLE = 'autotask_connection';

/** Connections, a row per provider. */
export class KnexConnectionStore implements ConnectionStore {
  readonly #knex: Knex;

  constructor({ knex }: { readonly knex: Knex }) {
    this.#knex = knex;
  }

  async find(tenantId: TenantId): Promise<StoredConnection | null> {
    const rows: readonly ConnectionRow[] = await this.#knex(TABLE).where({ tenant_id: tenantId });
    const [row] = rows;
    return row === undefined ? null : storedOf(row);
  }

  async save(tenantId: TenantId, stored: StoredConnection): Promise<void> {
    await this.#knex(TABLE)
      .insert({ tenant_id: tenantId, ...rowOf(stored) })
      .onConflict('tenant_id')
      .merge();
  }

  async note(tenantId: TenantId, checked: StoredConnection): Promise<void> {
    await this.#knex(TABLE)
      .where({ tenant_id: tenantId, sealed_credentials: checked.sealedCredentials })
      .update(rowOf(checked));
  }
}

function storedOf(row: ConnectionRow): StoredConnection {
  const connection: Connection = {
    state: row.state,
    username: row.username,
    hasPassword: Boolean(row.has_password),
    zone: row.zone,
    databaseId: row.database_id === null ? null : databaseId(row.database_id),
    checkedAt: row.checked_at,
    access: { contacts: row.contacts_access, accounts: row.accounts_access },
    problem:
      row.problem_code === null
        ? null
        : { code: row.problem_code, text: row.problem_text ?? '', remedy: row.problem_remedy ?? '' },
  };
  return { connection, sealedCredentials: row.sealed_credentials };
}

function rowOf({ connection, sealedCredentials }: StoredConnection): ConnectionRow {
  return {
    state: connection.state,
    username: connection.username,
    has_password: connection.hasPassword,
    zone: connection.zone,
    database_id: connection.databaseId,
    checked_at: connection.checkedAt,
    contacts_access: connection.access.contacts,
    accounts_access: connection.access.accounts,
    problem_code: connection.problem?.code ?? null,
    problem_text: connection.problem?.text ?? null,
    problem_remedy: connection.problem?.remedy ?? null,
    sealed_credentials: sealedCredentials,
  };
}

import type { Knex } from 'knex';
import { emailKey } from '../../core/domain/email.ts';
import { destinationId, packageId, type TenantId, tenantId as tenantIdOf, type UserId } from '../../core/domain/ids.ts';
import type { ManagedUser } from '../../core/domain/managed-user.ts';
import type { SaveUser } from '../../core/ports/user-repository.ts';
import type { SaveState } from './decide-saves.ts';
import type { Dialect } from './dialect.ts';
import { type NamedTable, namedRows } from './named-rows.ts';
import { readUsers } from './user-rows.ts';

/** Reads what commands name, and holds it as it is until the transaction ends. */
export class SaveStateReader {
  readonly #transaction: Knex.Transaction;
  readonly #dialect: Dialect;
  readonly #tenantId: TenantId;

  constructor(
    transaction: Knex.Transaction,
    { dialect, tenantId }: { readonly dialect: Dialect; readonly tenantId: TenantId },
  ) {
    this.#transaction = transaction;
    this.#dialect = dialect;
    this.#tenantId = tenantId;
  }

  async read(commands: readonly SaveUser[]): Promise<SaveState> {
    const targets = commands.map(({ target }) => target);
    const logins = commands.flatMap(({ kind, target }) => (kind === 'create' ? [target.email] : []));
    const updated = commands.flatMap((command) => (command.kind === 'update' ? [command.expected.id] : []));
    const users = await this.#heldUsers(updated);
    const loginOwners = await this.loginOwners(logins.map(emailKey));
    const destinations = await this.#keptIds(
      'console_destination',
      targets.map((target) => target.destinationId),
    );
    const packages = await this.#keptIds(
      'console_package',
      targets.map((target) => target.packageId),
    );
    return {
      users,
      loginOwners,
      destinations: new Set(destinations.map(destinationId)),
      packages: new Set(packages.map(packageId)),
    };
  }

  /** Whose the logins are, in the whole service. */
  async loginOwners(emailKeys: readonly string[]): Promise<Map<string, TenantId>> {
    if (emailKeys.length === 0) return new Map();
    const rows: readonly { email_key: string; tenant_id: string }[] = await this.#named(
      { table: 'console_user', alias: 'users', column: 'email_key' },
      emailKeys,
    ).select('users.email_key', 'users.tenant_id');
    return new Map(rows.map((row) => [row.email_key, tenantIdOf(row.tenant_id)]));
  }

  async #heldUsers(ids: readonly UserId[]): Promise<Map<UserId, ManagedUser>> {
    if (ids.length === 0) return new Map();
    const named = () => this.#named({ table: 'console_user', alias: 'users', column: 'id' }, ids);
    // Held first and read second: a reader that waits for a row sees what stood beside the row before it waited.
    await named().where('users.tenant_id', this.#tenantId).orderBy('users.id').forUpdate('users').select('users.id');
    const users = await readUsers(named().where('users.tenant_id', this.#tenantId), this.#transaction);
    return new Map(users.map((user) => [user.id, user]));
  }

  async #keptIds(table: string, ids: readonly string[]): Promise<string[]> {
    const rows: readonly { id: string }[] = await this.#named({ table, alias: 'kept', column: 'id' }, ids)
      .where('kept.tenant_id', this.#tenantId)
      .forKeyShare('kept')
      .select('kept.id');
    return rows.map(({ id }) => id);
  }

  #named(named: NamedTable, names: readonly string[]): Knex.QueryBuilder {
    return namedRows(this.#transaction, this.#dialect, named, names);
  }
}

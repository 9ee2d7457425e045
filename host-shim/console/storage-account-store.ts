import type { Knex } from 'knex';
import { uuidv7 } from 'uuidv7';
import { ConsoleProblem } from './console-problem.ts';
import { isUniqueViolation } from './database.ts';
import { foldName } from './keys.ts';
import { type ListPage, type ListQuery, readPage } from './list-page.ts';
import { NAME_MATCHES, whereNamesMatch } from './name-search.ts';
import { hasSingleDestination } from './storage-types.ts';

export interface Destination {
  readonly id: string;
  readonly name: string;
}

export interface StorageAccount {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly destinations: Destination[];
}

interface DestinationRow extends Destination {
  readonly storage_account_id: string;
}

const DESTINATION_MATCHES = `exists (select 1 from console_destination as own
  where own.storage_account_id = console_storage_account.id and lower(own.name) like ? escape '!')`;

type AccountRow = Omit<StorageAccount, 'destinations'>;

export class StorageAccountStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(tenantId: string, query: ListQuery): Promise<ListPage<StorageAccount>> {
    const select = this.#knex('console_storage_account').where({ tenant_id: tenantId }).select('id', 'name', 'type');
    whereNamesMatch(select, query.q ?? '', [NAME_MATCHES, DESTINATION_MATCHES]);
    const page = await readPage<AccountRow>(select, { query, keyColumn: 'name' });
    return { items: await this.#withDestinations(page.items), next: page.next };
  }

  async add(
    tenantId: string,
    fields: { readonly name: string; readonly type: string; readonly destinations: readonly string[] },
  ): Promise<StorageAccount> {
    if (hasSingleDestination(fields.type) && fields.destinations.length > 1) refuseSecondDestination();
    const account = { id: uuidv7(), name: foldName(fields.name), type: fields.type };
    return this.#knex.transaction(async (transaction) => {
      await transaction('console_storage_account').insert({ ...account, tenant_id: tenantId });
      const destinations: Destination[] = [];
      for (const name of fields.destinations) {
        destinations.push(await insertDestination(transaction, { tenantId, accountId: account.id, name }));
      }
      return { ...account, destinations };
    });
  }

  /** Null when there is no such account. */
  async addDestination(tenantId: string, accountId: string, name: string): Promise<Destination | null> {
    return this.#knex.transaction(async (transaction) => {
      // An empty change locks the row in PostgreSQL, so that two requests cannot both add a file share's only one.
      const accounts: readonly { type: string }[] = await transaction('console_storage_account')
        .where({ tenant_id: tenantId, id: accountId })
        .update({ tenant_id: tenantId })
        .returning('type');
      const [account] = accounts;
      if (account === undefined) return null;
      const destinations = await destinationsOf(transaction, [accountId]);
      if (hasSingleDestination(account.type) && destinations.length > 0) refuseSecondDestination();
      return insertDestination(transaction, { tenantId, accountId, name });
    });
  }

  async #withDestinations(accounts: readonly AccountRow[]): Promise<StorageAccount[]> {
    const rows = await destinationsOf(
      this.#knex,
      accounts.map((account) => account.id),
    );
    return accounts.map(({ id, name, type }) => {
      const destinations = rows.filter((row) => row.storage_account_id === id).map(destinationOf);
      return { id, name, type, destinations };
    });
  }
}

async function destinationsOf(knex: Knex, accountIds: readonly string[]): Promise<readonly DestinationRow[]> {
  return await knex('console_destination')
    .whereIn('storage_account_id', [...accountIds])
    .orderBy(['name', 'id'])
    .select('id', 'name', 'storage_account_id');
}

async function insertDestination(
  transaction: Knex.Transaction,
  fields: { readonly tenantId: string; readonly accountId: string; readonly name: string },
): Promise<Destination> {
  const destination = { id: uuidv7(), name: foldName(fields.name) };
  try {
    await transaction('console_destination').insert({
      ...destination,
      tenant_id: fields.tenantId,
      storage_account_id: fields.accountId,
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new ConsoleProblem(
      'destination_exists',
      `"name" must be new within its storage account; "${destination.name}" is there already.`,
      { field: 'name' },
    );
  }
  return destination;
}

function refuseSecondDestination(): never {
  throw new ConsoleProblem('destination_single', 'A file share (type FS) has exactly one root folder.');
}

function destinationOf({ id, name }: DestinationRow): Destination {
  return { id, name };
}

import type { Knex } from 'knex';
import { type Destination, destinationKind } from '../../core/domain/catalog.ts';
import { sortDestinations } from '../../core/domain/catalog-order.ts';
import { destinationId, type TenantId } from '../../core/domain/ids.ts';
import type { StorageDestinations } from '../../core/ports/storage-destinations.ts';
import { readingConsole } from './reading-console.ts';

interface DestinationRow {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly storage_account: string;
}

/** The destinations in the stand-in console's own tables. */
export class KnexStorageDestinations implements StorageDestinations {
  readonly #knex: Knex;

  constructor({ knex }: { readonly knex: Knex }) {
    this.#knex = knex;
  }

  async list(tenantId: TenantId): Promise<readonly Destination[]> {
    return sortDestinations((await readingConsole('destinations', this.#rows(tenantId))).map(destinationOf));
  }

  async #rows(tenantId: TenantId): Promise<readonly DestinationRow[]> {
    return await this.#knex('console_destination as destination')
      .join('console_storage_account as account', 'account.id', 'destination.storage_account_id')
      .where('destination.tenant_id', tenantId)
      .select('destination.id', 'destination.name', 'account.type', 'account.name as storage_account');
  }
}

function destinationOf({ id, name, type, storage_account }: DestinationRow): Destination {
  return { id: destinationId(id), name, kind: destinationKind(type), storageAccount: storage_account };
}

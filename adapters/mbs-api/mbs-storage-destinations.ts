import type { Destination } from '../../core/domain/catalog.ts';
import { sortDestinations } from '../../core/domain/catalog-order.ts';
import type { TenantId } from '../../core/domain/ids.ts';
import type { Log } from '../../core/ports/log.ts';
import type { StorageDestinations } from '../../core/ports/storage-destinations.ts';
import { reading } from './port-error.ts';
import type { Provider } from './provider.ts';
import type { Session } from './session.ts';
import { isKnownStorageType } from './storage-type.ts';
import { wireDestination, wireStorageTypes } from './wire-destination.ts';

/** The destinations that the MBS API lets users have, named after the type of their storage account. */
export class MbsStorageDestinations implements StorageDestinations {
  readonly #provider: Provider;
  readonly #log: Log;

  constructor({ provider, log }: { readonly provider: Provider; readonly log: Log }) {
    this.#provider = provider;
    this.#log = log;
  }

  async list(tenantId: TenantId): Promise<readonly Destination[]> {
    return reading(this.#list(this.#provider.sessionOf(tenantId)));
  }

  async #list(session: Session): Promise<readonly Destination[]> {
    const [rows, accounts] = await Promise.all([session.list('Destinations'), session.list('Accounts')]);
    const types = wireStorageTypes(accounts);
    this.#warnOfUnknown(new Set(types.values()));
    const destinations = rows.map((row) => wireDestination(row, types));
    return sortDestinations([...new Map(destinations.map((destination) => [destination.id, destination])).values()]);
  }

  /** An unknown type is lived with: its destinations are called buckets (mbs.md §1.5: map defensively). */
  #warnOfUnknown(types: ReadonlySet<string>): void {
    const unknown = [...types].filter((type) => !isKnownStorageType(type));
    if (unknown.length > 0) this.#log.warn({ unknown }, 'storage types are unknown; their destinations are buckets');
  }
}

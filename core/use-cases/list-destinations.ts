import type { Destination } from '../domain/catalog.ts';
import type { BookScope } from '../domain/scope.ts';
import type { ContactBook } from '../ports/contact-book.ts';
import type { StorageDestinations } from '../ports/storage-destinations.ts';

export interface ListedDestination extends Destination {
  /** How many contacts of the list it is assigned to. */
  readonly assigned: number;
}

interface DestinationPorts {
  readonly contactBook: ContactBook;
  readonly storageDestinations: StorageDestinations;
}

/** Shows the destinations of a provider, with how much they are in use. */
export class ListDestinations {
  readonly #ports: DestinationPorts;

  constructor(ports: DestinationPorts) {
    this.#ports = ports;
  }

  async run(scope: BookScope): Promise<readonly ListedDestination[]> {
    const { contactBook, storageDestinations } = this.#ports;
    const [items, assigned] = await Promise.all([
      storageDestinations.list(scope.tenantId),
      contactBook.assigned(scope),
    ]);
    return items.map((item) => ({ ...item, assigned: assigned.destinations.get(item.id) ?? 0 }));
  }
}

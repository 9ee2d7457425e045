import type { Catalog, Destination, Package } from '../domain/catalog.ts';
import type { BookScope } from '../domain/scope.ts';
import type { BookRow } from '../ports/contact-book.ts';
import { bookSortOf } from './book-sort.ts';
import { type DerivingPorts, deriveEntries, loadCatalog, usersOf, withGroupEntries } from './derive-rows.ts';
import { eachPage } from './each-page.ts';
import { type ContactListRequest, type ListedContact, listedContact } from './list-contacts.ts';

/** A row of the list, with what is assigned; null also for what can no longer be assigned. */
export interface ExportedContact {
  readonly listed: ListedContact;
  readonly destination: Destination | null;
  readonly package: Package | null;
}

const CONTACTS_PER_PAGE = 500;

/** Reads the whole list as it stands today, page by page. */
export class ExportContacts {
  readonly #ports: DerivingPorts;

  constructor(ports: DerivingPorts) {
    this.#ports = ports;
  }

  async *run(
    scope: BookScope,
    request: Pick<ContactListRequest, 'filter' | 'sort'>,
  ): AsyncGenerator<readonly ExportedContact[], void, undefined> {
    const { contactBook } = this.#ports;
    const { filter } = request;
    const reading = loadCatalog(this.#ports, scope.tenantId);
    const sort = await bookSortOf(request.sort, reading);
    const catalog = await reading;
    const pages = eachPage((start) => contactBook.page(scope, { filter, sort, ...start, limit: CONTACTS_PER_PAGE }));
    for await (const { rows } of pages) yield await this.#exported(scope, rows, catalog);
  }

  /** Unlike the list it stores nothing: a row whose status moved would be met again behind, or never. */
  async #exported(scope: BookScope, rows: readonly BookRow[], catalog: Catalog): Promise<readonly ExportedContact[]> {
    const shown = rows.map(({ entry }) => entry);
    const entries = await withGroupEntries(this.#ports, scope, shown);
    const derivations = deriveEntries(entries, await usersOf(this.#ports, scope, entries), catalog);
    return shown.flatMap(({ contact }) => {
      const derivation = derivations.get(contact.id);
      return derivation === undefined ? [] : [exported(listedContact(derivation, scope.accounts), catalog)];
    });
  }
}

function exported(listed: ListedContact, { destinations, packages }: Catalog): ExportedContact {
  const { destinationId, packageId } = listed.assignment;
  return {
    listed,
    destination: destinationId === null ? null : (destinations.get(destinationId) ?? null),
    package: packageId === null ? null : (packages.get(packageId) ?? null),
  };
}

import type { Catalog } from '../domain/catalog.ts';
import { sortDestinationsByName, sortPackages } from '../domain/catalog-order.ts';
import type { ContactSort } from '../domain/selection.ts';
import type { BookSort } from '../ports/contact-book.ts';

/**
 * The sort as a book can carry it out, which does not know what destinations and packages are called. Only those wait for
 * the catalog.
 */
export async function bookSortOf({ field, direction }: ContactSort, reading: Promise<Catalog>): Promise<BookSort> {
  if (field === 'destination') {
    const { destinations } = await reading;
    return { field, direction, order: sortDestinationsByName([...destinations.values()]).map(({ id }) => id) };
  }
  if (field === 'package') {
    const { packages } = await reading;
    return { field, direction, order: sortPackages([...packages.values()]).map(({ id }) => id) };
  }
  return { field, direction };
}

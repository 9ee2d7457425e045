import type { Package } from '../domain/catalog.ts';
import type { BookScope } from '../domain/scope.ts';
import type { ContactBook } from '../ports/contact-book.ts';
import type { Packages } from '../ports/packages.ts';

export interface ListedPackage extends Package {
  /** How many contacts of the list it is assigned to. */
  readonly assigned: number;
}

interface PackagePorts {
  readonly contactBook: ContactBook;
  readonly packages: Packages;
}

/** Shows the packages of a provider, with how much they are in use. */
export class ListPackages {
  readonly #ports: PackagePorts;

  constructor(ports: PackagePorts) {
    this.#ports = ports;
  }

  async run(scope: BookScope): Promise<readonly ListedPackage[]> {
    const { contactBook, packages } = this.#ports;
    const [items, assigned] = await Promise.all([packages.list(scope.tenantId), contactBook.assigned(scope)]);
    return items.map((item) => ({ ...item, assigned: assigned.packages.get(item.id) ?? 0 }));
  }
}

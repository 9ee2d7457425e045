import type { BookScope } from '../domain/scope.ts';
import type { BookAccountPage, BookAccountRequest, ContactBook } from '../ports/contact-book.ts';

/** Shows a page of the accounts that contacts of the list have. */
export class ListAccounts {
  readonly #ports: { readonly contactBook: ContactBook };

  constructor(ports: { readonly contactBook: ContactBook }) {
    this.#ports = ports;
  }

  run(scope: BookScope, request: BookAccountRequest): Promise<BookAccountPage> {
    return this.#ports.contactBook.accounts(scope, request);
  }
}

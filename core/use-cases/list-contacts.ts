import { effectiveAssignment } from '../domain/assignment.ts';
import type { Assignment, Contact } from '../domain/contact.ts';
import type { Difference } from '../domain/difference.ts';
import type { UserId } from '../domain/ids.ts';
import type { Derivation, IntegrationStatus } from '../domain/integration-status.ts';
import { type Reason, type ReasonCode, reasonOf } from '../domain/reason.ts';
import type { AccountScope, BookScope } from '../domain/scope.ts';
import type { ContactSort } from '../domain/selection.ts';
import { isUserHidden, ofUser, problemOfHidden } from '../domain/shown-row.ts';
import type { BookPageRequest } from '../ports/contact-book.ts';
import { bookSortOf } from './book-sort.ts';
import { type DerivingPorts, deriveRows, loadCatalog, withCompleteGroups } from './derive-rows.ts';

/** A row as it is shown. */
export interface ListedContact {
  readonly contact: Contact;
  readonly status: IntegrationStatus;
  readonly assignment: Assignment;
  readonly userId: UserId | null;
  readonly problem: ReasonCode | null;
  readonly reason: Reason | null;
  readonly differences: readonly Difference[];
}

/** What is asked of the list; sorted by what is read on the screen. */
export interface ContactListRequest extends Omit<BookPageRequest, 'sort'> {
  readonly sort: ContactSort;
}

export interface ContactList {
  readonly contacts: readonly ListedContact[];
  readonly next: string | null;
  readonly totals: { readonly total: number; readonly counts: Readonly<Record<IntegrationStatus, number>> } | null;
}

/** Shows a page of the list as it stands today: its rows are derived from the users of this moment. */
export class ListContacts {
  readonly #ports: DerivingPorts;

  constructor(ports: DerivingPorts) {
    this.#ports = ports;
  }

  async run(scope: BookScope, request: ContactListRequest & { readonly withTotals: boolean }): Promise<ContactList> {
    const { contactBook } = this.#ports;
    const reading = loadCatalog(this.#ports, scope.tenantId);
    const sorting = bookSortOf(request.sort, reading);
    const [page, catalog] = await Promise.all([
      sorting.then((sort) => contactBook.page(scope, { ...request, sort })),
      reading,
    ]);
    const rows = await withCompleteGroups(this.#ports, scope, page.rows);
    const derivations = await deriveRows(this.#ports, scope, rows, catalog);
    const contacts = page.rows.flatMap(({ entry }) => {
      const derivation = derivations.get(entry.contact.id);
      return derivation ? [listedContact(derivation, scope.accounts)] : [];
    });
    return { contacts, next: page.next, totals: request.withTotals ? await this.#totals(scope, request) : null };
  }

  async #totals(scope: BookScope, { filter }: ContactListRequest): Promise<ContactList['totals']> {
    const counts = await this.#ports.contactBook.counts(scope, filter);
    const total =
      filter.status === undefined
        ? Object.values(counts).reduce((sum, count) => sum + count, 0)
        : counts[filter.status];
    return { total, counts };
  }
}

/** A user whose present company is out of the principal's scope is not shown, only that it is so. */
export function listedContact(derivation: Derivation, accounts: AccountScope): ListedContact {
  const { entry, status, user, attempt } = derivation;
  const isHidden = isUserHidden(ofUser(derivation), accounts);
  const problem = attempt === null && isHidden ? problemOfHidden(derivation.problem) : derivation.problem;
  const shownUser = isHidden ? null : user;
  return {
    contact: entry.contact,
    status,
    assignment: effectiveAssignment(entry.assignment, shownUser),
    userId: shownUser?.id ?? null,
    problem,
    reason: problem === null ? null : reasonOf(problem, attempt?.quote),
    differences: isHidden ? [] : derivation.differences,
  };
}

import type { Difference } from '../domain/difference.ts';
import type { IntegrationStatus } from '../domain/integration-status.ts';
import type { Reason, ReasonCode } from '../domain/reason.ts';
import type { SortField } from '../domain/selection.ts';

export type { Difference, IntegrationStatus, SortField };

/** A row of the list. `id` and `accountId` are Autotask's own. */
export interface ContactItem {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly account: string;
  readonly accountId: string;
  /** The contact and its account both are active. */
  readonly active: boolean;
  /** The screen shows "" / Equal / Modified / Failed. */
  readonly status: IntegrationStatus;
  /** The assignment; without one, the user's own when it has just one. */
  readonly destinationId: string | null;
  readonly packageId: string | null;
  /** The user that belongs to the contact. */
  readonly userId: string | null;
  readonly problem: ReasonCode | null;
  readonly reason: Reason | null;
  readonly difference: readonly Difference[] | null;
}

export type StatusCounts = Readonly<Record<IntegrationStatus, number>>;

/** The answer of `GET /api/contacts`. `total` and `counts` are left out with `totals=false`. */
export interface ContactPage {
  readonly items: readonly ContactItem[];
  /** The value for `after` of the next page; null at the end. */
  readonly next: string | null;
  readonly total?: number;
  readonly counts?: StatusCounts;
}

/** What narrows the list; the same keys stand in a selection's filter. */
export interface ContactFilterQuery {
  readonly status?: IntegrationStatus;
  readonly q?: string;
  /** An account id. */
  readonly account?: string;
  readonly active?: boolean;
  /** As the item has it, which may depend on who is looking. */
  readonly problem?: ReasonCode | 'any';
  /** Active, and not Equal or with a problem; false asks for the others. */
  readonly needsWork?: boolean;
}

/** The query of `GET /api/contacts`. */
export interface ContactQuery extends ContactFilterQuery {
  /** A field, with a leading `-` for descending. */
  readonly sort?: SortField | `-${SortField}`;
  readonly after?: string;
  /** Jumps to a row, counted from 0. */
  readonly at?: number;
  /** 1 to 500. */
  readonly limit?: number;
  readonly totals?: boolean;
}

/** The contacts an action is for. `{"filter":{}}` is every contact. */
export type SelectionBody =
  | { readonly ids: readonly string[] }
  | { readonly filter: ContactFilterQuery; readonly except?: readonly string[] };

/** The body of `PATCH /api/contacts`; null clears. */
export interface AssignBody {
  readonly selection: SelectionBody;
  readonly destinationId?: string | null;
  readonly packageId?: string | null;
}

/** How the status of a contact came about, and what an import of it alone would do. */
export interface ContactExplanation {
  /** The email key that a user is looked for by; null without an email. */
  readonly matchedOn: string | null;
  /** Whose the user with that email is. */
  readonly ownership: 'own' | 'others' | 'ambiguous' | 'free';
  /** The ids of other contacts with the same email. */
  readonly sharedWith: readonly string[];
  readonly effect: 'create' | 'update' | 'unchanged' | 'blocked';
  readonly blockedBy: Reason | null;
}

/** The answer of `GET /api/contacts/:id`. */
export interface ContactDetail extends ContactItem {
  readonly explanation: ContactExplanation;
}

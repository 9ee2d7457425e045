import type { AccountId, ContactId } from './ids.ts';
import type { IntegrationStatus } from './integration-status.ts';
import type { ReasonCode } from './reason.ts';

/** What narrows a list of contacts; every part that is given must hold. */
export interface ContactFilter {
  readonly status?: IntegrationStatus | undefined;
  /** Each of its words begins a word of the names, the email or the account. */
  readonly q?: string;
  readonly account?: AccountId;
  readonly active?: boolean;
  readonly problem?: ReasonCode | 'any';
  /** Active, and not Equal or with a problem; false asks for the others. */
  readonly needsWork?: boolean;
}

/** The contacts an action is for: named ones, or all that match a filter but some. */
export type Selection =
  | { readonly ids: readonly ContactId[] }
  | { readonly filter: ContactFilter; readonly except: readonly ContactId[] };

/** What stands in the contact itself. */
export const TEXT_FIELDS = ['firstName', 'lastName', 'email', 'account', 'status'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** What is assigned from the catalog, and has its name there. */
export const CATALOG_FIELDS = ['destination', 'package'] as const;
export type CatalogField = (typeof CATALOG_FIELDS)[number];

export const SORT_FIELDS = [...TEXT_FIELDS, ...CATALOG_FIELDS] as const;
export type SortField = (typeof SORT_FIELDS)[number];

export type SortDirection = 'ascending' | 'descending';

export interface ContactSort {
  readonly field: SortField;
  readonly direction: SortDirection;
}

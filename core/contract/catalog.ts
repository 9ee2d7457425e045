import type { DestinationKind } from '../domain/catalog.ts';

export type { DestinationKind };

/** An entry of the destination drop-down. */
export interface DestinationView {
  readonly id: string;
  readonly name: string;
  readonly kind: DestinationKind;
  readonly storageAccount: string;
  /** How many contacts of the list it is assigned to, as far as the principal may see them. */
  readonly assigned: number;
}

/** An entry of the package drop-down. */
export interface PackageView {
  readonly id: string;
  readonly name: string;
  /** In GB; null means without limit. */
  readonly storageLimitGb: number | null;
  readonly enabled: boolean;
  /** How many contacts of the list it is assigned to, as far as the principal may see them. */
  readonly assigned: number;
}

/** The query of `GET /api/accounts`. */
export interface AccountQuery {
  /** Each of its words begins a word of the name. */
  readonly q?: string;
  readonly after?: string;
  /** 1 to 500. */
  readonly limit?: number;
}

/** An account that contacts of the list have. */
export interface AccountView {
  /** Autotask's own. */
  readonly id: string;
  readonly name: string;
  /** How many contacts of the list it has. */
  readonly contacts: number;
}

/** The answer of `GET /api/accounts`, by name. */
export interface AccountPage {
  readonly items: readonly AccountView[];
  /** The value for `after` of the next page; null at the end. */
  readonly next: string | null;
}

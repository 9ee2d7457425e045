import type { DatabaseId } from './ids.ts';

/** What the API user may see of an entity: `restricted` means that rows are silently hidden (autotask-api.md §2.2). */
export type EntityAccess = 'all' | 'restricted' | 'none' | 'unknown';

export interface SourceAccess {
  readonly contacts: EntityAccess;
  readonly accounts: EntityAccess;
}

/**
 * - not_configured: no credentials are stored.
 * - unverified: stored, but Autotask could not be reached to check them.
 * - connected: the last check, or the last call, succeeded.
 * - failing: Autotask refused the credentials or a right is missing; a person has to act.
 */
export type ConnectionState = 'not_configured' | 'connected' | 'unverified' | 'failing';

/** What is wrong with the connection, with what to do in Autotask. */
export interface ConnectionProblem {
  readonly code: string;
  readonly text: string;
  readonly remedy: string;
}

/** A provider's connection to Autotask, without its secrets. */
export interface Connection {
  readonly state: ConnectionState;
  readonly username: string | null;
  readonly hasPassword: boolean;
  /** The zone's base address, for display. */
  readonly zone: string | null;
  /** The database whose list is shown; kept when the credentials are forgotten. */
  readonly databaseId: DatabaseId | null;
  readonly checkedAt: string | null;
  readonly access: SourceAccess;
  readonly problem: ConnectionProblem | null;
}

/** The credentials of an Autotask API user (autotask-api.md §2.1). Goes in, never out. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** The vendor's API tracking identifier; null means the host's own. */
  readonly integrationCode: string | null;
}

export const UNKNOWN_ACCESS: SourceAccess = { contacts: 'unknown', accounts: 'unknown' };

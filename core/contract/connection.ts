import type { ConnectionProblem, ConnectionState, EntityAccess } from '../domain/connection.ts';

export type { ConnectionProblem, ConnectionState, EntityAccess };

/** The answer of `GET /api/connection`; the password never leaves the server. */
export interface ConnectionView {
  readonly state: ConnectionState;
  readonly username: string | null;
  readonly hasPassword: boolean;
  /** The zone's base address. */
  readonly zone: string | null;
  /** ISO 8601, UTC. */
  readonly checkedAt: string | null;
  readonly access: { readonly contacts: EntityAccess; readonly accounts: EntityAccess };
  readonly problem: ConnectionProblem | null;
}

/** The body of `PUT /api/connection`. */
export interface SaveConnectionBody {
  readonly username: string;
  readonly password: string;
  /** The API tracking identifier, when it is not the host's own. */
  readonly integrationCode?: string;
}

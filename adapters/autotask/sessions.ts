import { createHash } from 'node:crypto';
import type { Credentials } from '../../core/domain/connection.ts';
import { Lanes } from './lanes.ts';
import type { Pause } from './pause.ts';
import { Recent } from './recent.ts';
import type { Patience, Retry } from './retry.ts';
import { refuseUnsendable, Session } from './session.ts';
import { Standing } from './standing.ts';
import type { Transport } from './transport.ts';
import type { Zones } from './zones.ts';

interface SessionsParts {
  /** The host's own integration code, for credentials without one. */
  readonly integrationCode: string;
  /** How long an answer may keep one waiting. */
  readonly timeoutMs: Readonly<Record<Patience, number>>;
  readonly zones: Zones;
  readonly transport: Transport;
  readonly retry: Retry;
  readonly pause: Pause;
}

// Sets of credentials, and user names, of which is remembered how they stand.
const REMEMBERED = 1000;

/** Opens sessions; those of the same user name share their lanes, those of the same credentials their standing. */
export class Sessions {
  readonly #parts: SessionsParts;
  readonly #lanes: Recent<Lanes>;
  readonly #standings = new Recent(REMEMBERED, () => new Standing());

  constructor(parts: SessionsParts) {
    this.#parts = parts;
    this.#lanes = new Recent(REMEMBERED, () => new Lanes(parts.pause));
  }

  /** @throws AutotaskFailure when the credentials can't be right */
  open(credentials: Credentials, patience: Patience): Session {
    const { zones, transport, retry, timeoutMs } = this.#parts;
    const signIn = this.#signIn(credentials);
    refuseUnsendable(signIn);
    const { username, integrationCode } = signIn;
    return new Session({
      signIn,
      patience,
      timeoutMs: timeoutMs[patience],
      zones,
      transport,
      retry,
      lanes: this.#lanes.of(JSON.stringify([username, integrationCode])),
      standing: this.#standings.of(this.#key(credentials)),
    });
  }

  /** A person acts: refused credentials may be tried again, by one call. */
  reopen(credentials: Credentials): void {
    this.#standings.of(this.#key(credentials)).reopen();
  }

  #signIn(credentials: Credentials) {
    return { ...credentials, integrationCode: credentials.integrationCode ?? this.#parts.integrationCode };
  }

  /** A digest, so that no secret stays in memory as a key. */
  #key(credentials: Credentials): string {
    const { username, password, integrationCode } = this.#signIn(credentials);
    return createHash('sha256')
      .update(JSON.stringify([username, password, integrationCode]))
      .digest('base64');
  }
}

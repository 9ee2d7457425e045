import { emailKey } from '../../core/domain/email.ts';
import type { ManagedUser } from '../../core/domain/managed-user.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { JsonObject } from './json.ts';
import type { Session } from './session.ts';
import { wireUser } from './wire-user.ts';

/** Users by the key of their email. */
export type UsersByLogin = ReadonlyMap<string, ManagedUser>;

interface Kept {
  readonly askedAt: number;
  readonly users: Promise<UsersByLogin>;
}

// Over this API today's truth is a list at most so old: users can only be listed whole (mbs.md §0.6).
const OLDEST_MS = 60_000;

/** The list of all users, shared for a while by those who look at statuses. */
export class UserList {
  readonly #session: Session;
  readonly #clock: Clock;
  #kept: Kept | null = null;

  constructor({ session, clock }: { readonly session: Session; readonly clock: Clock }) {
    this.#session = session;
    this.#clock = clock;
  }

  /** A list that was asked for within the last minute and since the last {@link forget}. */
  recent(): Promise<UsersByLogin> {
    const kept = this.#kept;
    const isOld = kept === null || this.#clock.now().getTime() - kept.askedAt >= OLDEST_MS;
    return isOld ? this.fresh() : kept.users;
  }

  /** A list that is asked for now. */
  fresh(): Promise<UsersByLogin> {
    const kept = { askedAt: this.#clock.now().getTime(), users: this.#session.read('Users', byLogin) };
    this.#kept = kept;
    kept.users.catch(() => {
      if (this.#kept === kept) this.#kept = null; // The error itself is thrown to whoever waits.
    });
    return kept.users;
  }

  /** Users have been saved, so nobody may be shown what was before. */
  forget(): void {
    this.#kept = null;
  }
}

async function byLogin(batches: AsyncIterable<readonly JsonObject[]>): Promise<UsersByLogin> {
  const users = new Map<string, ManagedUser>();
  for await (const batch of batches) {
    for (const user of batch.map(wireUser)) users.set(emailKey(user.email), user);
  }
  users.delete('');
  return users;
}

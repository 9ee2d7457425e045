import { emailKey } from '../../core/domain/email.ts';
import type { ManagedUser } from '../../core/domain/managed-user.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { JsonObject } from './json.ts';
import type { Session } from './session.ts';
import { wireUser } from './wire-user.ts';

/** Users by the key of their email. */
export type UsersByLogin = ReadonlyMap<string, ManagedUser>;

/** The users at the moment when they were asked for. */
export interface ListedUsers {
  readonly askedAt: Date;
  readonly users: UsersByLogin;
}

interface Kept {
  readonly askedAt: Date;
  readonly listed: Promise<ListedUsers>;
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

  /** A list that was asked for within the last minute, after a given moment, and since the last {@link forget}. */
  recent(notBefore = new Date(0)): Promise<ListedUsers> {
    const kept = this.#kept;
    // Not of that very millisecond either: the list may have been asked for in its beginning.
    const isNewEnough = kept !== null && kept.askedAt > notBefore && this.#isRecent(kept);
    return isNewEnough ? kept.listed : this.fresh();
  }

  /** A list that is asked for now. */
  fresh(): Promise<ListedUsers> {
    const askedAt = this.#clock.now();
    const listed = this.#session.read('Users', byLogin).then((users) => ({ askedAt, users }));
    const kept = { askedAt, listed };
    this.#kept = kept;
    listed.catch(() => {
      if (this.#kept === kept) this.#kept = null; // The error itself is thrown to whoever waits.
    });
    return listed;
  }

  /** Users have been saved, so nobody may be shown what was before. */
  forget(): void {
    this.#kept = null;
  }

  #isRecent({ askedAt }: Kept): boolean {
    const age = this.#clock.now().getTime() - askedAt.getTime();
    return age >= 0 && age < OLDEST_MS; // Nothing is known of the age once the clock has been put back.
  }
}

async function byLogin(batches: AsyncIterable<readonly JsonObject[]>): Promise<UsersByLogin> {
  const users = new Map<string, ManagedUser>();
  const shared = sharedParts();
  for await (const batch of batches) {
    for (const user of batch.map(wireUser)) users.set(emailKey(user.email), shared(user));
  }
  users.delete('');
  return users;
}

/** Lets users share what many of them have alike, which else is most of what a long list takes of the memory. */
function sharedParts(): (user: ManagedUser) => ManagedUser {
  const companies = new Map<string, string>();
  const destinations = new Map<string, ManagedUser['destinations']>();
  return (user) => ({
    ...user,
    company: kept(companies, user.company, user.company),
    destinations: kept(destinations, JSON.stringify(user.destinations), user.destinations),
  });
}

function kept<Part>(parts: Map<string, Part>, key: string, part: Part): Part {
  const known = parts.get(key);
  if (known !== undefined) return known;
  parts.set(key, part);
  return part;
}

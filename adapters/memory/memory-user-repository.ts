import { comparable } from '../../core/domain/comparison.ts';
import { emailKey } from '../../core/domain/email.ts';
import { type TenantId, type UserId, userId } from '../../core/domain/ids.ts';
import type { UserTarget } from '../../core/domain/import-plan.ts';
import type { ManagedUser, UserDestination } from '../../core/domain/managed-user.ts';
import { firstReason, type ReasonCode, reasonIf } from '../../core/domain/reason.ts';
import { isSameUser } from '../../core/domain/same-user.ts';
import type { CancelSignal } from '../../core/ports/cancel-signal.ts';
import type { Packages } from '../../core/ports/packages.ts';
import type { StorageDestinations } from '../../core/ports/storage-destinations.ts';
import type { SaveResult, SaveUser, UserRepository } from '../../core/ports/user-repository.ts';

/** Whose the logins of the whole service are, by email key. */
export type LoginRegistry = Map<string, TenantId>;

export interface MemoryUserRepositoryOptions {
  readonly destinations: StorageDestinations;
  readonly packages: Packages;
  /** Shared by several repositories it is the service that they all belong to. */
  readonly logins?: LoginRegistry;
  readonly newId?: () => string;
}

const USERS_PER_PAGE = 1000;
const REFUSAL = 'A name or the email holds a character that cannot be stored.';
// NUL and half a surrogate pair, which the console can't store either.
const REFUSED_CHARACTERS = /[\0\p{Surrogate}]/u;

/** Users in memory. */
export class MemoryUserRepository implements UserRepository {
  readonly savedAtOnce = 500;
  readonly #destinations: StorageDestinations;
  readonly #packages: Packages;
  readonly #logins: LoginRegistry;
  readonly #newId: () => string;
  readonly #users = new Map<TenantId, Map<UserId, ManagedUser>>();
  readonly #companies = new Map<TenantId, Map<string, string>>();

  constructor({ destinations, packages, logins = new Map(), newId = countingIds() }: MemoryUserRepositoryOptions) {
    this.#destinations = destinations;
    this.#packages = packages;
    this.#logins = logins;
    this.#newId = newId;
  }

  findByEmails(tenantId: TenantId, emails: readonly string[]): Promise<readonly ManagedUser[]> {
    const keys = new Set(emails.map(emailKey));
    return Promise.resolve(this.#own(tenantId).filter((user) => keys.has(emailKey(user.email))));
  }

  findByIds(tenantId: TenantId, ids: readonly UserId[]): Promise<readonly ManagedUser[]> {
    const wanted = new Set(ids);
    return Promise.resolve(this.#own(tenantId).filter((user) => wanted.has(user.id)));
  }

  async *all(tenantId: TenantId, signal: CancelSignal): AsyncIterable<readonly ManagedUser[]> {
    const users = this.#own(tenantId);
    for (let start = 0; start < users.length; start += USERS_PER_PAGE) {
      signal.throwIfAborted();
      yield users.slice(start, start + USERS_PER_PAGE);
    }
  }

  async saveMany(tenantId: TenantId, commands: readonly SaveUser[]): Promise<readonly SaveResult[]> {
    const destinations = new Set((await this.#destinations.list(tenantId)).map(({ id }) => id));
    const packages = new Set((await this.#packages.list(tenantId)).map(({ id }) => id));
    const saved = new Set<string>();
    return commands.map((command) => {
      const login = emailKey(command.kind === 'create' ? command.target.email : command.expected.email);
      const code = firstReason(
        reasonIf(saved.has(login), 'user_changed_meanwhile'),
        command.kind === 'create' ? this.#loginReasons(tenantId, login) : this.#changes(tenantId, command.expected),
        reasonIf(!destinations.has(command.target.destinationId), 'destination_gone'),
        reasonIf(!packages.has(command.target.packageId), 'package_gone'),
        reasonIf(isRefused(command.target), 'console_refused'),
      );
      if (code !== null) return { kind: 'rejected', code, quote: code === 'console_refused' ? REFUSAL : null };
      saved.add(login);
      return this.#save(tenantId, command);
    });
  }

  /** Adds or replaces a user, as the Users page would. */
  put(tenantId: TenantId, user: ManagedUser): void {
    this.remove(tenantId, user.id);
    const own = this.#users.get(tenantId) ?? new Map<UserId, ManagedUser>();
    this.#users.set(tenantId, own.set(user.id, structuredClone(user)));
    this.#logins.set(emailKey(user.email), tenantId);
    this.#ensureCompany(tenantId, user.company);
  }

  /** Deletes a user, as the Users page would. */
  remove(tenantId: TenantId, id: UserId): void {
    const user = this.#users.get(tenantId)?.get(id);
    if (user === undefined) return;
    this.#users.get(tenantId)?.delete(id);
    this.#logins.delete(emailKey(user.email));
  }

  companies(tenantId: TenantId): readonly string[] {
    return [...(this.#companies.get(tenantId)?.values() ?? [])];
  }

  #own(tenantId: TenantId): ManagedUser[] {
    return [...(this.#users.get(tenantId)?.values() ?? [])];
  }

  #loginReasons(tenantId: TenantId, login: string): ReasonCode[] {
    const owner = this.#logins.get(login);
    if (owner === undefined) return [];
    return [owner === tenantId ? 'user_changed_meanwhile' : 'email_taken_elsewhere'];
  }

  #changes(tenantId: TenantId, expected: ManagedUser): ReasonCode[] {
    const user = this.#users.get(tenantId)?.get(expected.id);
    return user !== undefined && isSameUser(user, expected) ? [] : ['user_changed_meanwhile'];
  }

  #save(tenantId: TenantId, command: SaveUser): SaveResult {
    const { target } = command;
    const before = command.kind === 'update' ? command.expected : null;
    const id = before?.id ?? userId(this.#newId());
    this.put(tenantId, {
      id,
      email: this.#users.get(tenantId)?.get(id)?.email ?? target.email,
      firstName: target.firstName,
      lastName: target.lastName,
      company: target.company,
      isEnabled: before?.isEnabled ?? true,
      destinations: withDestination(before?.destinations ?? [], target),
    });
    return { kind: before === null ? 'created' : 'updated', userId: id };
  }

  #ensureCompany(tenantId: TenantId, name: string): void {
    const own = this.#companies.get(tenantId) ?? new Map<string, string>();
    this.#companies.set(tenantId, own);
    const key = comparable(name);
    if (key !== '' && !own.has(key)) own.set(key, name);
  }
}

function isRefused({ email, firstName, lastName, company }: UserTarget): boolean {
  return [email, firstName, lastName, company].some((text) => REFUSED_CHARACTERS.test(text));
}

function withDestination(
  destinations: readonly UserDestination[],
  { destinationId, packageId }: UserTarget,
): UserDestination[] {
  const others = destinations.filter((destination) => destination.destinationId !== destinationId);
  return [...others, { destinationId, packageId }].sort((one, other) =>
    one.destinationId < other.destinationId ? -1 : 1,
  );
}

function countingIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `user-${count}`;
  };
}

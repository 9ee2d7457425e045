import type { Knex } from 'knex';
import { uuidv7 } from 'uuidv7';
import { emailKey } from '../../core/domain/email.ts';
import { type TenantId, type UserId, userId } from '../../core/domain/ids.ts';
import type { ManagedUser } from '../../core/domain/managed-user.ts';
import type { CancelSignal } from '../../core/ports/cancel-signal.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Log } from '../../core/ports/log.ts';
import type { SaveResult, SaveUser, UserRepository } from '../../core/ports/user-repository.ts';
import { type Dialect, dialectOf } from './dialect.ts';
import { driverCode, isMistake, isWorthRepeating } from './driver-failure.ts';
import { namedRows } from './named-rows.ts';
import { readingConsole } from './reading-console.ts';
import { saveUserBatch } from './save-user-batch.ts';
import { readUsers } from './user-rows.ts';

const USERS_PER_TRANSACTION = 1000;
const USERS_PER_PAGE = 1000;
const TRIES = 3;
const UNAVAILABLE: SaveResult = { kind: 'rejected', code: 'console_unavailable', quote: null };

export interface KnexUserRepositoryOptions {
  readonly knex: Knex;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId?: () => string;
}

/** The users in the stand-in console's own tables. */
export class KnexUserRepository implements UserRepository {
  readonly savedAtOnce = USERS_PER_TRANSACTION;
  /** The stand-in console sends no mail. */
  readonly #knex: Knex;
  readonly #dialect: Dialect;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #newId: () => string;

  constructor({ knex, clock, log, newId = uuidv7 }: KnexUserRepositoryOptions) {
    this.#knex = knex;
    this.#dialect = dialectOf(knex);
    this.#clock = clock;
    this.#log = log;
    this.#newId = newId;
  }

  findByEmails(tenantId: TenantId, emails: readonly string[]): Promise<readonly ManagedUser[]> {
    return this.#find(tenantId, 'email_key', emails.map(emailKey));
  }

  findByIds(tenantId: TenantId, ids: readonly UserId[]): Promise<readonly ManagedUser[]> {
    return this.#find(tenantId, 'id', ids);
  }

  async *all(tenantId: TenantId, signal: CancelSignal): AsyncIterable<readonly ManagedUser[]> {
    for (let after: UserId | undefined = userId(''); after !== undefined; ) {
      signal.throwIfAborted();
      const page: readonly ManagedUser[] = await this.#page(tenantId, after);
      if (page.length > 0) yield page;
      after = page.at(-1)?.id;
    }
  }

  async saveMany(tenantId: TenantId, commands: readonly SaveUser[]): Promise<readonly SaveResult[]> {
    const results: SaveResult[] = [];
    for (let start = 0; start < commands.length; start += USERS_PER_TRANSACTION) {
      results.push(...(await this.#saveSome(tenantId, commands.slice(start, start + USERS_PER_TRANSACTION))));
    }
    return results;
  }

  #find(tenantId: TenantId, column: string, names: readonly string[]): Promise<readonly ManagedUser[]> {
    if (names.length === 0) return Promise.resolve([]);
    const named = { table: 'console_user', alias: 'users', column };
    const query = namedRows(this.#knex, this.#dialect, named, names).where('users.tenant_id', tenantId);
    return readingConsole('users', readUsers(query, this.#knex));
  }

  #page(tenantId: TenantId, after: UserId): Promise<readonly ManagedUser[]> {
    const page = this.#knex('console_user')
      .where({ tenant_id: tenantId })
      .where('id', '>', after)
      .orderBy('id')
      .limit(USERS_PER_PAGE)
      .as('users');
    return readingConsole('users', readUsers(this.#knex.from(page).orderBy('users.id'), this.#knex));
  }

  #batchOptions(tenantId: TenantId) {
    return { dialect: this.#dialect, tenantId, now: this.#clock.now().toISOString(), newId: this.#newId };
  }

  async #saveSome(tenantId: TenantId, commands: readonly SaveUser[]): Promise<readonly SaveResult[]> {
    for (let tried = 1; ; tried += 1) {
      // Until everything is written a failure undoes it all; after that only the answer to COMMIT tells.
      const progress = { isWritten: false };
      try {
        return await this.#knex.transaction(async (transaction) => {
          const results = await saveUserBatch(transaction, commands, this.#batchOptions(tenantId));
          progress.isWritten = true;
          return results;
        });
      } catch (error) {
        if (isMistake(error)) throw error;
        this.#log.warn({ code: driverCode(error), tenantId, ...progress }, 'users could not be saved');
        if (progress.isWritten) return commands.map(() => ({ kind: 'unknown' }));
        if (!isWorthRepeating(error) || tried === TRIES) return commands.map(() => UNAVAILABLE);
      }
    }
  }
}

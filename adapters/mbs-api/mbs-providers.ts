import { type TenantId, tenantId as tenantIdOf } from '../../core/domain/ids.ts';
import type { ManagedUser } from '../../core/domain/managed-user.ts';
import type { CancelSignal } from '../../core/ports/cancel-signal.ts';
import { ConsoleUnavailable } from '../../core/ports/errors.ts';
import type { Packages } from '../../core/ports/packages.ts';
import type { StorageDestinations } from '../../core/ports/storage-destinations.ts';
import type { UserRepository } from '../../core/ports/user-repository.ts';
import { MbsApi, type MbsApiOptions } from './mbs-api.ts';
import { SAVED_AT_ONCE } from './mbs-user-repository.ts';

/** The pair that is generated in the Managed Backup console for its API; it is not a person's. */
export interface MbsLogIn {
  readonly username: string;
  readonly password: string;
}

export interface MbsProvidersOptions extends Pick<MbsApiOptions, 'url' | 'log' | 'clock'> {
  /** The provider's log-in as it is now, asked for before each use; null while it has none. */
  readonly logInOf: (tenantId: string) => Promise<MbsLogIn | null>;
}

interface Opened {
  readonly logIn: MbsLogIn;
  readonly api: MbsApi;
  /** Which look for the log-in was the last one begun of those that found this one. */
  readonly look: number;
}

/** The MBS API for every provider that has a log-in of it, each by its own. */
export class MbsProviders {
  readonly users: UserRepository = {
    savedAtOnce: SAVED_AT_ONCE,
    mailsInstructions: true,
    findByEmails: async (tenantId, ...asked) => (await this.of(tenantId)).users.findByEmails(tenantId, ...asked),
    findByIds: async (tenantId, ids) => (await this.of(tenantId)).users.findByIds(tenantId, ids),
    all: (tenantId, signal) => this.#all(tenantId, signal),
    saveMany: async (tenantId, ...asked) => (await this.of(tenantId)).users.saveMany(tenantId, ...asked),
  };
  readonly storageDestinations: StorageDestinations = {
    list: async (tenantId) => (await this.of(tenantId)).storageDestinations.list(tenantId),
  };
  readonly packages: Packages = {
    list: async (tenantId) => (await this.of(tenantId)).packages.list(tenantId),
  };
  readonly #options: MbsProvidersOptions;
  readonly #current = new Map<TenantId, Opened>();
  /** Those of earlier log-ins, too, whose calls may still be under way. */
  readonly #opened: MbsApi[] = [];
  #looks = 0;

  constructor(options: MbsProvidersOptions) {
    this.#options = options;
  }

  /** @throws `console_unavailable` while the provider has no log-in */
  async of(tenantId: TenantId): Promise<MbsApi> {
    this.#looks += 1;
    const look = this.#looks;
    const logIn = await this.#options.logInOf(tenantId);
    if (logIn === null) {
      throw new ConsoleUnavailable('Managed Backup is not connected yet.', {
        remedy: 'Enter the log-in of its API under Connect Managed Backup.',
      });
    }
    const current = this.#current.get(tenantId);
    // Looks may end in another order than they began: one from before may have found what has been changed since.
    if (current !== undefined && current.look > look) return current.api;
    const isCurrent = current !== undefined && isSame(current.logIn, logIn);
    const api = isCurrent ? current.api : this.#open(tenantId, logIn);
    if (!isCurrent) this.#opened.push(api);
    this.#current.set(tenantId, { logIn, api, look });
    return api;
  }

  /**
   * Tries a log-in, which need not be kept for that. Where it is in use and had been refused, it is used again.
   *
   * @throws `console_unavailable`, with what is wrong with it
   */
  async try(logIn: MbsLogIn): Promise<{ readonly provider: string | null }> {
    const api = this.#open(tenantIdOf('on trial'), logIn);
    try {
      const found = await api.check();
      for (const current of this.#current.values()) if (isSame(current.logIn, logIn)) current.api.reopen();
      return found;
    } finally {
      await api.close();
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#opened.map((api) => api.close()));
  }

  async *#all(tenantId: TenantId, signal: CancelSignal): AsyncIterable<readonly ManagedUser[]> {
    yield* (await this.of(tenantId)).users.all(tenantId, signal);
  }

  #open(tenantId: TenantId, logIn: MbsLogIn): MbsApi {
    const { url, log, clock } = this.#options;
    return new MbsApi({ url, ...logIn, tenantId, log, ...(clock === undefined ? {} : { clock }) });
  }
}

function isSame(one: MbsLogIn, other: MbsLogIn): boolean {
  return one.username === other.username && one.password === other.password;
}

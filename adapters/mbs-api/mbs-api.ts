import type { TenantId } from '../../core/domain/ids.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Log } from '../../core/ports/log.ts';
import type { Packages } from '../../core/ports/packages.ts';
import type { StorageDestinations } from '../../core/ports/storage-destinations.ts';
import type { UserRepository } from '../../core/ports/user-repository.ts';
import { apiAddress } from './address.ts';
import { Companies } from './companies.ts';
import { Lane } from './lane.ts';
import { MbsHoldings } from './mbs-holdings.ts';
import { MbsPackages } from './mbs-packages.ts';
import { MbsStorageDestinations } from './mbs-storage-destinations.ts';
import { MbsUserRepository } from './mbs-user-repository.ts';
import { PackageEditing } from './package-editing.ts';
import { type Pause, pause } from './pause.ts';
import { reading } from './port-error.ts';
import { Provider } from './provider.ts';
import { Retry } from './retry.ts';
import { Session } from './session.ts';
import { Tokens } from './tokens.ts';
import { HttpTransport, type Transport } from './transport.ts';
import { Turns } from './turns.ts';
import { UserEditing } from './user-editing.ts';
import { UserList } from './user-list.ts';

/** What {@link MbsApi} is made of. */
export interface MbsApiOptions {
  /** The origin of the API, e.g. `https://api.mspbackups.com`; plain http for loopback only. */
  readonly url: string;
  /** The log-in that is generated in the console for the API; it is not a person's (mbs.md §3.1). */
  readonly username: string;
  readonly password: string;
  /** The provider whose log-in it is. */
  readonly tenantId: TenantId;
  readonly log: Log;
  readonly clock?: Clock;
  /** How waits between calls are done. */
  readonly pause?: Pause;
  /** From 0 up to 1; spreads the waits. */
  readonly random?: () => number;
  /** How long an answer may keep one waiting. */
  readonly timeoutMs?: number;
  /** How calls go out. @defaultValue over HTTP */
  readonly transport?: Transport;
}

// A list of all users takes its time.
const TIMEOUT_MS = 120_000;

/** Users, destinations and packages over the public MBS API 2.0, as mbs.md describes it. */
export class MbsApi {
  readonly users: UserRepository;
  readonly storageDestinations: StorageDestinations;
  readonly packages: Packages;
  readonly holdings: MbsHoldings;
  readonly editing: UserEditing;
  readonly packageEditing: PackageEditing;
  readonly #transport: Transport;
  readonly #session: Session;

  constructor(options: MbsApiOptions) {
    const { username, password, tenantId, log, timeoutMs = TIMEOUT_MS, random = Math.random } = options;
    const { clock = { now: () => new Date() } } = options;
    const url = apiAddress(options.url);
    const logIn = { username, password };
    const { transport = new HttpTransport({ timeoutMs }) } = options;
    const retry = new Retry({ clock, log, random, pause: options.pause ?? pause });
    const tokens = new Tokens({ url, logIn, transport, retry, clock });
    const session = new Session({ url, logIn, tokens, transport, retry, lane: new Lane() });
    const list = new UserList({ session, clock });
    const provider = new Provider({ tenantId, session });
    this.#transport = transport;
    this.#session = session;
    this.holdings = new MbsHoldings({ session, list, clock });
    this.packages = new MbsPackages(provider);
    this.storageDestinations = new MbsStorageDestinations({ provider, log });
    const turns = new Turns();
    const saving = {
      session,
      list,
      companies: new Companies(session),
      turns,
      storageDestinations: this.storageDestinations,
      packages: this.packages,
    };
    this.users = new MbsUserRepository({ provider, log, ...saving });
    this.editing = new UserEditing({ tenantId, ...saving });
    this.packageEditing = new PackageEditing({ session, turns });
  }

  /**
   * Logs in anew, also after a refusal, and makes sure that the log-in may read.
   *
   * @throws `console_unavailable`, with what is wrong and what a person can do about it
   */
  async check(): Promise<{ readonly provider: string | null }> {
    const { provider } = await reading(this.#session.logInAnew());
    await reading(this.#session.list('Packages'));
    return { provider };
  }

  /** The log-in is good again: it is tried anew, by the next call. */
  reopen(): void {
    this.#session.reopen();
  }

  /** Ends the kept connections; the adapter is of no use afterwards. */
  close(): Promise<void> {
    return this.#transport.close();
  }
}

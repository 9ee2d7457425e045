import type { Credentials } from '../../core/domain/connection.ts';
import type { AccountId, ContactId } from '../../core/domain/ids.ts';
import type { CancelSignal } from '../../core/ports/cancel-signal.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type {
  ContactSource,
  Reading,
  SourceAccount,
  SourceCheck,
  SourceContact,
  SourceEntity,
  SourceOptions,
  SourcePage,
  SourceUsage,
  TimedCounts,
  WholeReading,
} from '../../core/ports/contact-source.ts';
import type { Log } from '../../core/ports/log.ts';
import { accessOf } from './access.ts';
import { discoveryAddress } from './address.ts';
import { ENTITY_OF, type Entity } from './entity.ts';
import { EntityReading } from './entity-reading.ts';
import { linkedSignal } from './linked-signal.ts';
import { type Pause, pause } from './pause.ts';
import { checkError, portError } from './port-error.ts';
import { type Patience, Retry } from './retry.ts';
import type { CallOptions, Session } from './session.ts';
import { Sessions } from './sessions.ts';
import { timedCounts } from './timed-counts.ts';
import { Transport } from './transport.ts';
import { usageOf } from './usage.ts';
import { type WireRow, wireCompany, wireContact, wireIdOnly } from './wire.ts';
import { Zones } from './zones.ts';

/** What {@link AutotaskContactSource} is made of. */
export interface AutotaskContactSourceOptions {
  /** Zone discovery base, e.g. `https://webservices.autotask.net/ATServicesRest/`; plain http for loopback only. */
  readonly url: string;
  /** The host's API tracking identifier, for credentials without one of their own. */
  readonly integrationCode: string;
  readonly log: Log;
  readonly clock?: Clock;
  /** How waits between calls are done. */
  readonly pause?: Pause;
  /** From 0 up to 1; spreads the waits. */
  readonly random?: () => number;
  /** How long an answer may keep a person, or a run, waiting. */
  readonly timeoutMs?: Readonly<Record<Patience, number>>;
}

// Autotask itself gives up after 5 minutes (autotask-api.md §5, documented); a person does much sooner.
const TIMEOUT_MS = { attended: 30_000, background: 310_000 };

/**
 * Reads contacts and accounts from the Autotask REST API, as autotask-api.md describes it.
 *
 * Whether zone look-ups count toward the hour is unknown (autotask-api.md §14.9); `onCall` is not told of them.
 */
export class AutotaskContactSource implements ContactSource {
  readonly #transport = new Transport();
  readonly #zones: Zones;
  readonly #sessions: Sessions;

  constructor(options: AutotaskContactSourceOptions) {
    const { url, integrationCode, log, clock = { now: () => new Date() } } = options;
    const { random = Math.random, timeoutMs = TIMEOUT_MS } = options;
    const wait = options.pause ?? pause;
    const transport = this.#transport;
    const retry = new Retry({ clock, log, random, pause: wait });
    this.#zones = new Zones({ discovery: discoveryAddress(url), transport, retry });
    this.#sessions = new Sessions({ integrationCode, timeoutMs, transport, retry, pause: wait, zones: this.#zones });
  }

  async check(credentials: Credentials, options: SourceOptions): Promise<SourceCheck> {
    return this.#operation(options, checkError, async (own) => {
      this.#sessions.reopen(credentials);
      const session = this.#sessions.open(credentials, 'attended');
      const zone = await this.#zones.ask(credentials.username, { patience: 'attended', signal: own.signal });
      const [contacts, accounts] = await Promise.all([
        accessOf(session, 'Contacts', own),
        accessOf(session, 'Companies', own),
      ]);
      return { zone: zone.url, databaseId: zone.databaseId, access: { contacts, accounts } };
    });
  }

  async counts(credentials: Credentials, options: SourceOptions): Promise<TimedCounts> {
    return this.#operation(options, portError, async (own) => timedCounts(this.#background(credentials), own));
  }

  contacts(
    credentials: Credentials,
    reading: Reading,
    options: SourceOptions,
  ): AsyncIterable<SourcePage<SourceContact>> {
    return this.#pages(CONTACTS, credentials, reading, options);
  }

  accounts(
    credentials: Credentials,
    reading: Reading,
    options: SourceOptions,
  ): AsyncIterable<SourcePage<SourceAccount>> {
    return this.#pages(ACCOUNTS, credentials, reading, options);
  }

  async *ids(
    entity: SourceEntity,
    credentials: Credentials,
    reading: WholeReading,
    options: SourceOptions,
  ): AsyncIterable<readonly string[]> {
    const rows = { entity: ENTITY_OF[entity], wire: wireIdOnly };
    for await (const page of this.#pages(rows, credentials, reading, options)) yield page.rows;
  }

  contactsById(credentials: Credentials, ids: readonly ContactId[], options: SourceOptions) {
    return this.#byId(CONTACTS, credentials, ids, options);
  }

  accountsById(credentials: Credentials, ids: readonly AccountId[], options: SourceOptions) {
    return this.#byId(ACCOUNTS, credentials, ids, options);
  }

  async usage(credentials: Credentials, options: SourceOptions): Promise<SourceUsage> {
    return this.#operation(options, portError, async (own) =>
      usageOf(this.#sessions.open(credentials, 'attended'), own),
    );
  }

  /** Ends the kept connections; the source is of no use afterwards. */
  close(): Promise<void> {
    return this.#transport.close();
  }

  async *#pages<Row>(
    rows: EntityRows<Row>,
    credentials: Credentials,
    reading: Reading,
    options: SourceOptions,
  ): AsyncGenerator<SourcePage<Row>, void, undefined> {
    const own = ownOptions(options);
    try {
      const entityReading = new EntityReading({ session: this.#background(credentials), ...rows, options: own });
      yield* 'since' in reading ? entityReading.changed(reading) : entityReading.whole(reading);
    } catch (error) {
      throw portError(error, options.signal);
    } finally {
      own.release(); // Ends the pages that were asked for ahead.
    }
  }

  async #byId<Row>(
    rows: EntityRows<Row>,
    credentials: Credentials,
    ids: readonly string[],
    options: SourceOptions,
  ): Promise<readonly Row[]> {
    return this.#operation(options, portError, async (own) =>
      new EntityReading({ session: this.#background(credentials), ...rows, options: own }).byId(ids),
    );
  }

  #background(credentials: Credentials): Session {
    return this.#sessions.open(credentials, 'background');
  }

  /** Ends with the operation whatever it began. */
  async #operation<Result>(
    options: SourceOptions,
    errorFor: (caught: unknown, signal: CancelSignal) => unknown,
    operation: (own: CallOptions) => Promise<Result>,
  ): Promise<Result> {
    const own = ownOptions(options);
    try {
      return await operation(own);
    } catch (error) {
      throw errorFor(error, options.signal);
    } finally {
      own.release();
    }
  }
}

interface EntityRows<Row> {
  readonly entity: Entity;
  readonly wire: WireRow<Row>;
}

const CONTACTS: EntityRows<SourceContact> = { entity: 'Contacts', wire: wireContact };
const ACCOUNTS: EntityRows<SourceAccount> = { entity: 'Companies', wire: wireCompany };

function ownOptions({ signal, onCall = () => undefined }: SourceOptions): CallOptions & { release(): void } {
  return { ...linkedSignal(signal), onCall };
}

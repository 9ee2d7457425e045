import type { Credentials, EntityAccess } from '../../core/domain/connection.ts';
import type { CancelSignal } from '../../core/ports/cancel-signal.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type {
  ContactSource,
  SourceAccount,
  SourceCheck,
  SourceContact,
  SourceCounts,
} from '../../core/ports/contact-source.ts';
import type { Log } from '../../core/ports/log.ts';
import { discoveryAddress } from './address.ts';
import { isJsonObject } from './answer.ts';
import { AutotaskFailure } from './autotask-failure.ts';
import type { Entity } from './entity.ts';
import { linkedSignal } from './linked-signal.ts';
import { type Cursor, type Page, pageOf } from './page.ts';
import { pages } from './pages.ts';
import { type Pause, pause } from './pause.ts';
import { checkError, portError } from './port-error.ts';
import { countQuery, pageQuery } from './query.ts';
import { type Patience, Retry } from './retry.ts';
import type { Session } from './session.ts';
import { Sessions } from './sessions.ts';
import { Transport } from './transport.ts';
import { type WireRow, wireAccess, wireCompany, wireContact, wireId } from './wire.ts';
import { type Zone, Zones } from './zones.ts';

/** What {@link AutotaskContactSource} is made of. */
export interface AutotaskContactSourceOptions {
  /** Zone discovery base, e.g. `https://webservices.autotask.net/ATServicesRest/`; plain http for loopback only. */
  readonly url: string;
  /** The host's API tracking identifier, for credentials without one of their own. */
  readonly integrationCode: string;
  readonly log: Log;
  readonly clock?: Clock;
  /** How waits between repeats are done. */
  readonly pause?: Pause;
  /** From 0 up to 1; spreads the waits. */
  readonly random?: () => number;
  /** How long an answer may keep a person, or a run, waiting. */
  readonly timeoutMs?: Readonly<Record<Patience, number>>;
}

// Autotask itself gives up after 5 minutes (autotask-api.md §5, documented); a person does much sooner.
const TIMEOUT_MS = { attended: 30_000, background: 310_000 };

/** Reads contacts and accounts from the Autotask REST API, as autotask-api.md describes it. */
export class AutotaskContactSource implements ContactSource {
  readonly #transport = new Transport();
  readonly #zones: Zones;
  readonly #sessions: Sessions;

  constructor(options: AutotaskContactSourceOptions) {
    const { url, integrationCode, log, clock = { now: () => new Date() } } = options;
    const { random = Math.random, timeoutMs = TIMEOUT_MS } = options;
    const transport = this.#transport;
    const retry = new Retry({ clock, log, random, pause: options.pause ?? pause });
    this.#zones = new Zones({ discovery: discoveryAddress(url), transport, retry });
    this.#sessions = new Sessions({ integrationCode, timeoutMs, transport, retry, zones: this.#zones });
  }

  async check(credentials: Credentials, signal: CancelSignal): Promise<SourceCheck> {
    const own = linkedSignal(signal);
    try {
      this.#sessions.reopen(credentials);
      const session = this.#sessions.open(credentials, 'attended');
      const zone = await this.#zones.ask(credentials.username, { patience: 'attended', signal: own.signal });
      const [contacts, accounts] = await Promise.all([
        accessOf(session, 'Contacts', own.signal),
        accessOf(session, 'Companies', own.signal),
      ]);
      return { zone: zone.url, databaseId: zone.databaseId, access: { contacts, accounts } };
    } catch (error) {
      throw checkError(error, signal);
    } finally {
      own.release();
    }
  }

  async counts(credentials: Credentials, signal: CancelSignal): Promise<SourceCounts> {
    const own = linkedSignal(signal);
    try {
      const session = this.#sessions.open(credentials, 'background');
      const [contacts, accounts] = await Promise.all([
        countOf(session, 'Contacts', own.signal),
        countOf(session, 'Companies', own.signal),
      ]);
      return { contacts, accounts };
    } catch (error) {
      throw portError(error, signal);
    } finally {
      own.release();
    }
  }

  contacts(credentials: Credentials, signal: CancelSignal): AsyncIterable<readonly SourceContact[]> {
    return this.#rows('Contacts', wireContact, credentials, signal);
  }

  accounts(credentials: Credentials, signal: CancelSignal): AsyncIterable<readonly SourceAccount[]> {
    return this.#rows('Companies', wireCompany, credentials, signal);
  }

  /** Ends the kept connections; the source is of no use afterwards. */
  close(): Promise<void> {
    return this.#transport.close();
  }

  async *#rows<Row>(entity: Entity, wire: WireRow<Row>, credentials: Credentials, signal: CancelSignal) {
    const own = linkedSignal(signal);
    try {
      const session = this.#sessions.open(credentials, 'background');
      yield* pages(pageReader({ session, entity, wire, signal: own.signal }));
    } catch (error) {
      throw portError(error, signal);
    } finally {
      own.release(); // Ends the page that was asked for ahead.
    }
  }
}

interface Reading<Row> {
  readonly session: Session;
  readonly entity: Entity;
  readonly wire: WireRow<Row>;
  readonly signal: AbortSignal;
}

/** Reads pages of one entity, all from the same database. */
function pageReader<Row>({
  session,
  entity,
  wire,
  signal,
}: Reading<Row>): (cursor: Cursor | null) => Promise<Page<Row>> {
  let first: Zone | null = null;
  return async (cursor) => {
    const body = pageQuery(wire.fields, cursor?.after ?? null);
    const { data, zone } = await session.call({ entity, path: 'query', body }, signal);
    first ??= zone;
    if (zone.databaseId !== first.databaseId) throw new AutotaskFailure('database_changed');
    return pageOf(data, { wire, cursor, zoneUrl: zone.url });
  };
}

async function countOf(session: Session, entity: Entity, signal: AbortSignal): Promise<number> {
  const { data } = await session.call({ entity, path: 'query/count', body: countQuery() }, signal);
  const count = wireId(data['queryCount']);
  if (count === null) throw new AutotaskFailure('bad_page', { about: 'it has no count' });
  return count;
}

/** Tells what the API user may see without reading a row; the only way to tell "none there" from "not allowed". */
async function accessOf(session: Session, entity: Entity, signal: AbortSignal): Promise<EntityAccess> {
  try {
    const { data } = await session.call({ entity, path: 'entityInformation', body: null }, signal);
    return isJsonObject(data['info']) ? wireAccess(data['info']) : 'unknown';
  } catch (error) {
    if (error instanceof AutotaskFailure && error.kind === 'forbidden') return 'none';
    throw error;
  }
}

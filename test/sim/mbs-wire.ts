import type { AsyncLocalStorage } from 'node:async_hooks';
import { MbsFailure } from '../../adapters/mbs-api/mbs-failure.ts';
import type { Answer, Exchange, Transport } from '../../adapters/mbs-api/transport.ts';
import type { RunId } from '../../core/domain/ids.ts';
import type { HoldingProcess } from './import-backup.ts';
import type { ImportHistory } from './import-history.ts';
import type { ImportSchedule } from './import-schedule.ts';
import { answerOf, type MbsService, routeOf, type Writer } from './mbs-service.ts';
import { type CallTrouble, isServerTrouble, type MbsWeather } from './mbs-weather.ts';

interface MbsWireParts extends HoldingProcess {
  readonly service: MbsService;
  readonly wireWeather: MbsWeather;
  /** The run for which a call is made. */
  readonly runInCharge: AsyncLocalStorage<RunId>;
  readonly history: ImportHistory;
  readonly schedule: ImportSchedule;
}

const TIMEOUT_MS = 15_000;
const LATEST_MS = 45_000;

/** The way from one process to MBS and back, on which calls take time and get lost. */
export class MbsWire implements Transport {
  readonly #parts: MbsWireParts;
  /** When users were last looked at one by one. */
  readonly #looks = new Map<string, number>();

  constructor(parts: MbsWireParts) {
    this.#parts = parts;
  }

  async send(exchange: Exchange): Promise<Answer> {
    const { process, weather } = this.#parts;
    const trouble = this.#trouble(exchange);
    await process.wait(weather.latency);
    if (trouble === 'crash_before') return process.crash();
    if (trouble === 'unreachable') throw new MbsFailure('unreachable');
    const writer = this.#writerOf(exchange);
    if (trouble === 'late') return this.#late(exchange, writer);
    const answer = await this.#carryOut(exchange, writer, trouble);
    if (trouble === 'crash_after') return process.crash();
    await (trouble === 'slow' ? this.#dawdle() : process.wait(weather.latency));
    return answerOf(answer, exchange.url.host);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #trouble(exchange: Exchange): CallTrouble | null {
    const { weather, wireWeather, met } = this.#parts;
    const isWrite = exchange.method !== 'GET' && !isLogIn(exchange);
    const drawn = weather.isCalm ? null : wireWeather.trouble({ isWrite });
    // A log-in that is refused stays refused until a person acts, and here nobody does.
    const trouble = drawn === 'token_expired' && isLogIn(exchange) ? null : drawn;
    met.note(`${trouble ?? 'no trouble'} at a call that ${isWrite ? 'writes' : 'reads'}`);
    return trouble;
  }

  async #dawdle(): Promise<void> {
    const ms = this.#parts.draws.below(2 * TIMEOUT_MS);
    await this.#parts.process.wait(Math.min(ms, TIMEOUT_MS));
    if (ms >= TIMEOUT_MS) throw new MbsFailure('lost');
  }

  async #late(exchange: Exchange, writer: Writer | null): Promise<never> {
    const { process, schedule, draws } = this.#parts;
    const carryOut = () => void this.#carryOut(exchange, writer, 'late');
    schedule.plan(draws.below(LATEST_MS), carryOut, { isCall: true });
    await process.wait(TIMEOUT_MS);
    throw new MbsFailure('lost');
  }

  async #carryOut(exchange: Exchange, writer: Writer | null, trouble: CallTrouble | null) {
    const { service, history } = this.#parts;
    await this.#meddle(exchange);
    const id = userIdIn(exchange);
    if (exchange.method === 'GET' && id !== null) this.#looks.set(id, history.moment);
    return service.take(exchange, writer, isServerTrouble(trouble) ? trouble : null);
  }

  #writerOf(exchange: Exchange): Writer | null {
    const by = this.#parts.runInCharge.getStore();
    if (by === undefined || exchange.method === 'GET') return null;
    return { by, lookedAt: this.#looks.get(userIdIn(exchange) ?? '') ?? null };
  }

  async #meddle(exchange: Exchange): Promise<void> {
    const { weather, met, service, meddle } = this.#parts;
    const login =
      service.control.users().find(({ id }) => id === userIdIn(exchange))?.login ?? bodyOf(exchange)['Email'];
    if (typeof login !== 'string' || !weather.isMeddled()) return;
    met.note('users meddled with');
    await meddle(service.tenantId, login);
  }
}

function isLogIn(exchange: Exchange): boolean {
  return routeOf(exchange) === 'POST Provider';
}

/** Of the user that is looked at or changed; null where there is none yet, or the call is about all of them. */
function userIdIn(exchange: Exchange): string | null {
  const [, looked] = /^\/api\/Users\/(.+)$/.exec(exchange.url.pathname) ?? [];
  const { UserID = null, ID = null } = bodyOf(exchange);
  const id = looked ?? UserID ?? ID;
  return typeof id === 'string' ? id : null;
}

function bodyOf({ body }: Exchange): Readonly<Record<string, unknown>> {
  return body === null ? {} : (JSON.parse(body) as Record<string, unknown>);
}

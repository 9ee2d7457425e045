import type { FaultName } from '../faults/fault-names.ts';
import { parseJson } from '../sent/read-sent.ts';
import type { Call } from './call.ts';
import { CallCounters, type PracticeCounters } from './call-counters.ts';

/** One call as a test or a demo sees it; never a password or a token. */
export interface LoggedCall {
  readonly method: string;
  /** The path behind `/api/`, with `{id}` for what stands in the second place: `Users/{id}/Account`. */
  readonly route: string;
  /** The path as it was called, without what follows a question mark. */
  readonly path: string;
  /** What was sent as JSON, without passwords; null for other calls. */
  readonly sent: unknown;
  /** By the server's clock; the end is null while the call is at work. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** Places in the order of all starts and ends, which hold even where the clock stands still. */
  readonly started: number;
  readonly ended: number | null;
  /** The answer's; null while the call is at work. */
  readonly status: number | null;
  /** The fault that struck it, if one did. */
  readonly fault: FaultName | null;
}

/** How a call ended. */
interface CallEnd {
  readonly status: number;
  readonly fault: FaultName | null;
  readonly at: number;
}

/** A call in the log, for whoever answers it. */
export interface OpenCall {
  end(how: CallEnd): void;
}

interface Entry {
  readonly call: Call;
  readonly started: number;
  readonly startedAt: number;
  end: (CallEnd & { readonly place: number }) | null;
}

export class CallLog {
  readonly #kept: number;
  readonly #counters = new CallCounters();
  #entries: Entry[] = [];
  #places = 0;

  /** @param kept - How many calls are remembered; the oldest go first. */
  constructor(kept: number) {
    this.#kept = kept;
  }

  start(call: Call, at: number): OpenCall {
    this.#counters.start(call);
    const entry: Entry = { call, started: this.#nextPlace(), startedAt: at, end: null };
    this.#keep(entry);
    return {
      end: (how) => {
        this.#counters.end(how.status);
        entry.end = { ...how, place: this.#nextPlace() };
      },
    };
  }

  /** The last calls in the order of their starts. */
  get calls(): readonly LoggedCall[] {
    return this.#newest().map(loggedCall);
  }

  get open(): number {
    return this.#counters.open;
  }

  counters(): PracticeCounters {
    return this.#counters.read();
  }

  reset(): void {
    this.#entries = [];
    this.#counters.reset();
  }

  #nextPlace(): number {
    this.#places += 1;
    return this.#places;
  }

  /** Drops the oldest many at a time: one by one would move the whole list at each call. */
  #keep(entry: Entry): void {
    this.#entries.push(entry);
    if (this.#entries.length > 2 * this.#kept) this.#entries = this.#newest();
  }

  #newest(): Entry[] {
    return this.#entries.slice(Math.max(0, this.#entries.length - this.#kept));
  }
}

function loggedCall({ call, started, startedAt, end }: Entry): LoggedCall {
  return {
    method: call.method,
    route: call.route,
    path: new URL(call.url).pathname,
    sent: withoutPassword(parseJson(call.body)) ?? null,
    started,
    startedAt,
    ended: end?.place ?? null,
    endedAt: end?.at ?? null,
    status: end?.status ?? null,
    fault: end?.fault ?? null,
  };
}

function withoutPassword(sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return sent;
  return Object.fromEntries(Object.entries(sent).filter(([name]) => name.toLowerCase() !== 'password'));
}

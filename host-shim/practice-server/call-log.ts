/** What the log needs to know of a call. */
export interface LoggableCall {
  readonly method: string;
  readonly route: string;
  readonly url: string;
}

/** One call as a test or a demo sees it; never what its headers held. */
export interface LoggedCall<Fault extends string> {
  readonly method: string;
  /** The path behind what all calls have in common, with `{id}` for ids: `Contacts/query/next`. */
  readonly route: string;
  /** The path as it was called, without what follows a question mark. */
  readonly path: string;
  /** By the server's clock; the end is null while the call is at work. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** Places in the order of all starts and ends, which hold even where the clock stands still. */
  readonly started: number;
  readonly ended: number | null;
  /** The answer's; null while the call is at work. */
  readonly status: number | null;
  /** The fault that struck it, if one did. */
  readonly fault: Fault | null;
}

/** What is counted of calls since the last reset. */
export interface Counters<Call, Counted> {
  start(call: Call): void;
  end(call: Call, status: number): void;
  read(): Counted;
  reset(): void;
}

/** How a call ended. */
interface CallEnd<Fault> {
  readonly status: number;
  readonly fault: Fault | null;
  readonly at: number;
}

/** A call in the log, for whoever answers it. */
interface OpenCall<Fault> {
  end(how: CallEnd<Fault>): void;
}

interface Entry<Call, Fault> {
  readonly call: Call;
  readonly started: number;
  readonly startedAt: number;
  end: (CallEnd<Fault> & { readonly place: number }) | null;
}

interface CallLogParts<Call, Counted, Detail> {
  /** How many calls are remembered; the oldest go first. */
  readonly kept: number;
  readonly counters: Counters<Call, Counted>;
  /** What is shown of a call beside what is shown of every call. */
  readonly detailOf: (call: Call) => Detail;
}

export class CallLog<Call extends LoggableCall, Fault extends string, Counted, Detail extends object> {
  readonly #parts: CallLogParts<Call, Counted, Detail>;
  #entries: Entry<Call, Fault>[] = [];
  #places = 0;
  #open = 0;

  constructor(parts: CallLogParts<Call, Counted, Detail>) {
    this.#parts = parts;
  }

  start(call: Call, at: number): OpenCall<Fault> {
    const { counters } = this.#parts;
    counters.start(call);
    this.#open += 1;
    const entry: Entry<Call, Fault> = { call, started: this.#nextPlace(), startedAt: at, end: null };
    this.#keep(entry);
    return {
      end: (how) => {
        counters.end(call, how.status);
        this.#open -= 1;
        entry.end = { ...how, place: this.#nextPlace() };
      },
    };
  }

  /** The last calls in the order of their starts. */
  get calls(): readonly (LoggedCall<Fault> & Detail)[] {
    return this.#newest().map((entry) => ({ ...loggedCall(entry), ...this.#parts.detailOf(entry.call) }));
  }

  /** How many are at work. */
  get open(): number {
    return this.#open;
  }

  /** The last call beside this one for which something holds. */
  lastBeside(call: Call, isMeant: (other: Call) => boolean): Call | undefined {
    return this.#entries.findLast((entry) => entry.call !== call && isMeant(entry.call))?.call;
  }

  counters(): Counted {
    return this.#parts.counters.read();
  }

  reset(): void {
    this.#entries = [];
    this.#parts.counters.reset();
  }

  #nextPlace(): number {
    this.#places += 1;
    return this.#places;
  }

  /** Drops the oldest many at a time: one by one would move the whole list at each call. */
  #keep(entry: Entry<Call, Fault>): void {
    this.#entries.push(entry);
    if (this.#entries.length > 2 * this.#parts.kept) this.#entries = this.#newest();
  }

  #newest(): Entry<Call, Fault>[] {
    return this.#entries.slice(Math.max(0, this.#entries.length - this.#parts.kept));
  }
}

function loggedCall<Fault extends string>({
  call,
  started,
  startedAt,
  end,
}: Entry<LoggableCall, Fault>): LoggedCall<Fault> {
  return {
    method: call.method,
    route: call.route,
    path: new URL(call.url).pathname,
    started,
    startedAt,
    ended: end?.place ?? null,
    endedAt: end?.at ?? null,
    status: end?.status ?? null,
    fault: end?.fault ?? null,
  };
}

import type { Counters } from '../../practice-server/call-log.ts';
import { loginKey } from '../data/user-table.ts';
import { readSent } from '../sent/read-sent.ts';
import type { Call } from './call.ts';

/** What a client did since the last reset, for tests and demos. */
export interface PracticeCounters {
  readonly total: number;
  /** Calls by method and route, such as `POST Users`. */
  readonly calls: Readonly<Record<string, number>>;
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** The most calls that were open at one time; refused ones count. */
  readonly mostInFlight: number;
  /** How often a user was asked for by `POST Users`, by login in small letters; struck and refused calls count. */
  readonly createsByLogin: Readonly<Record<string, number>>;
}

export class CallCounters implements Counters<Call, PracticeCounters> {
  #open = 0;
  #most = 0;
  #total = 0;
  #byRoute = new Map<string, number>();
  #byStatus = new Map<string, number>();
  #creates = new Map<string, number>();

  start(call: Call): void {
    const route = `${call.method} ${call.route}`;
    this.#open += 1;
    this.#most = Math.max(this.#most, this.#open);
    this.#total += 1;
    countOne(this.#byRoute, route);
    if (route === 'POST Users') countOne(this.#creates, loginKey(sentLogin(call)));
  }

  end(_call: Call, status: number): void {
    this.#open -= 1;
    countOne(this.#byStatus, String(status));
  }

  read(): PracticeCounters {
    return {
      total: this.#total,
      calls: Object.fromEntries(this.#byRoute),
      statuses: Object.fromEntries(this.#byStatus),
      mostInFlight: this.#most,
      createsByLogin: Object.fromEntries(this.#creates),
    };
  }

  reset(): void {
    this.#most = this.#open;
    this.#total = 0;
    this.#byRoute = new Map();
    this.#byStatus = new Map();
    this.#creates = new Map();
  }
}

function countOne(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function sentLogin({ headers, body }: Call): string {
  return readSent({ contentType: headers['content-type'] ?? '', text: body }).text('Email') ?? '';
}

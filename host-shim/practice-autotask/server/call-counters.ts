import type { Counters } from '../../practice-server/call-log.ts';
import type { Call } from './call.ts';

/** What a client did since the last reset, for tests and demos. */
export interface PracticeCounters {
  readonly total: number;
  /** Calls by route, zone look-ups included. */
  readonly calls: Readonly<Record<string, number>>;
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** The most calls that were open at one time, by entity; refused ones count. */
  readonly mostInFlight: Readonly<Record<string, number>>;
  /** Calls with credentials that began after the first 401 was answered. */
  readonly startedAfter401: number;
}

export class CallCounters implements Counters<Call, PracticeCounters> {
  readonly #open = new Map<string, number>();
  #most = new Map<string, number>();
  #byRoute = new Map<string, number>();
  #byStatus = new Map<string, number>();
  #total = 0;
  #saw401 = false;
  #startedAfter401 = 0;

  start({ route }: Call): void {
    const entity = entityOf(route);
    const open = (this.#open.get(entity) ?? 0) + 1;
    this.#open.set(entity, open);
    this.#most.set(entity, Math.max(open, this.#most.get(entity) ?? 0));
    this.#total += 1;
    this.#byRoute.set(route, (this.#byRoute.get(route) ?? 0) + 1);
    if (this.#saw401 && !/^(zone|version)information/i.test(route)) this.#startedAfter401 += 1;
  }

  end({ route }: Call, status: number): void {
    const entity = entityOf(route);
    this.#open.set(entity, (this.#open.get(entity) ?? 1) - 1);
    this.#byStatus.set(String(status), (this.#byStatus.get(String(status)) ?? 0) + 1);
    if (status === 401) this.#saw401 = true;
  }

  read(): PracticeCounters {
    return {
      total: this.#total,
      calls: Object.fromEntries(this.#byRoute),
      statuses: Object.fromEntries(this.#byStatus),
      mostInFlight: Object.fromEntries(this.#most),
      startedAfter401: this.#startedAfter401,
    };
  }

  reset(): void {
    this.#most = new Map();
    this.#byRoute = new Map();
    this.#byStatus = new Map();
    this.#total = 0;
    this.#saw401 = false;
    this.#startedAfter401 = 0;
  }
}

/** The budget of threads is the first part of the path (autotask-api.md §5, seen in 2 clients). */
export function entityOf(route: string): string {
  return route.split('/')[0] ?? '';
}

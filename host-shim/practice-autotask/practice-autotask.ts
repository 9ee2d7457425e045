import { timer } from '../practice-server/timer.ts';
import { CONTROL_PATH, controlAnswer } from './control/control-route.ts';
import { createControl } from './control/create-control.ts';
import type { PracticeControl } from './control/practice-control.ts';
import { type PracticeCredentials, practiceCredentials } from './credentials.ts';
import { createDatabase } from './dataset/database.ts';
import { lastDay } from './dataset/moments.ts';
import type { FaultOrder } from './faults/fault-orders.ts';
import { PracticeState } from './practice-state.ts';
import { serve } from './server/http-server.ts';
import type { PracticeSwitches } from './switches.ts';

export type { PracticeControl } from './control/practice-control.ts';
export { type FaultName, faultNames } from './faults/fault-names.ts';
export type { LoggedCall } from './server/call-log.ts';

/** A running practice Autotask: a real HTTP server that answers as the live REST API does. */
export interface PracticeAutotask {
  /** Zone discovery base, with a trailing slash: http://127.0.0.1:PORT/ATServicesRest/ */
  readonly url: string;
  /**
   * Where the control takes JSON over HTTP, from this machine only; {@link PracticeControl} says
   * what it takes.
   */
  readonly controlUrl: string;
  readonly credentials: PracticeCredentials;
  /** In-process control: edit the data, set switches, order faults, read the call log. */
  readonly control: PracticeControl;
  close(): Promise<void>;
}

export interface PracticeAutotaskOptions {
  /** How many contacts there are, inactive ones included. */
  readonly contacts: number;
  /** Another seed is another database: other people, other companies, another `ci`. */
  readonly seed: number;
  /** @defaultValue '127.0.0.1' */
  readonly host?: string;
  /** @defaultValue 0, a free one */
  readonly port?: number;
  readonly switches?: Partial<PracticeSwitches>;
  /** Faults that are ordered from the start. */
  readonly faults?: readonly FaultOrder[];
  /** How many calls the log remembers. @defaultValue 20000 */
  readonly keptCalls?: number;
  /**
   * The server's time in milliseconds since 1970, for change dates, the hour and the `Date` of its
   * answers. @defaultValue the machine's, put forward where that lies before the data's last day
   */
  readonly now?: () => number;
  /** A clock in milliseconds that only goes on, for the late release of threads. @defaultValue performance.now */
  readonly elapsed?: () => number;
  /**
   * Waits for latencies; tests hand in their own. @defaultValue a timer
   */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** Starts a practice Autotask and answers when it listens. */
export async function startPracticeAutotask(options: PracticeAutotaskOptions): Promise<PracticeAutotask> {
  const { contacts, seed, host = '127.0.0.1', port = 0, switches = {} } = options;
  const state = new PracticeState(createDatabase({ contacts, seed }), {
    now: options.now ?? clockAfterData(),
    elapsed: options.elapsed ?? (() => performance.now()),
    wait: options.wait ?? timer,
    switches,
    faults: options.faults ?? [],
    keptCalls: options.keptCalls ?? 20_000,
  });
  const control = createControl(state);
  const server = await serve(state, {
    host,
    port,
    otherRoute: (request, body) => controlAnswer(control, request, body),
  });
  return {
    url: `${server.origin}/ATServicesRest/`,
    controlUrl: `${server.origin}${CONTROL_PATH}`,
    credentials: practiceCredentials,
    control,
    close: () => server.close(),
  };
}

/** Edits must be younger than every row that came with the data, even where the machine's clock is wrong. */
function clockAfterData(): () => number {
  const ahead = Math.max(0, lastDay + ONE_DAY - Date.now());
  return () => Date.now() + ahead;
}

const ONE_DAY = 86_400_000;

import { CONTROL_PATH, controlAnswer } from './control/control-route.ts';
import { createControl } from './control/create-control.ts';
import type { PracticeControl } from './control/practice-control.ts';
import { type PracticeCredentials, practiceCredentials } from './credentials.ts';
import { createDatabase } from './dataset/database.ts';
import { PracticeState } from './practice-state.ts';
import { listen } from './server/http-server.ts';
import type { PracticeSwitches } from './switches.ts';

export type { PracticeControl } from './control/practice-control.ts';
export type { FaultName } from './faults/fault-orders.ts';
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
  /**
   * The server's time in milliseconds since 1970, for change dates and the hour. @defaultValue the
   * machine's
   */
  readonly now?: () => number;
  /**
   * Waits for latencies and the late release of threads; tests hand in their own. @defaultValue a
   * timer
   */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** Starts a practice Autotask and answers when it listens. */
export async function startPracticeAutotask(options: PracticeAutotaskOptions): Promise<PracticeAutotask> {
  const { contacts, seed, host = '127.0.0.1', port = 0, switches = {} } = options;
  const state = new PracticeState(createDatabase({ contacts, seed }), {
    now: options.now ?? Date.now,
    wait: options.wait ?? timer,
    switches,
  });
  const control = createControl(state);
  const server = await listen(state, {
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

/** Does not keep the process alive: an open connection does that where it matters. */
function timer(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}

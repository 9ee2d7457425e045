import type { CallRequest } from '../practice-server/call-request.ts';
import { timer } from '../practice-server/timer.ts';
import { createControl } from './control/create-control.ts';
import type { PracticeControl } from './control/practice-control.ts';
import type { Database } from './data/database.ts';
import { createDatabase } from './data/seed.ts';
import type { FaultOrder } from './faults/fault-orders.ts';
import { type PracticeLogin, practiceLogin } from './practice-login.ts';
import { PracticeState } from './practice-state.ts';
import type { Answer } from './server/answer.ts';
import { answerRequest } from './server/answer-request.ts';
import { serve } from './server/http-server.ts';
import type { PracticeSwitches } from './switches.ts';

export type { PracticeControl } from './control/practice-control.ts';
export type { PracticeUser } from './data/practice-user.ts';
export { type FaultName, faultNames } from './faults/fault-names.ts';

/** A practice MBS that answers as the public API 2.0 does, whoever hands it the calls. */
export interface PracticeService {
  readonly login: PracticeLogin;
  /** In-process control: edit the data, set switches, order faults, read the call log. */
  readonly control: PracticeControl;
  /** Answers a request. Without a latency it has had its effect when this returns its promise. */
  answer(request: CallRequest, body: string): Promise<Answer>;
}

/** A running practice MBS: a real HTTP server. */
export interface PracticeMbs extends Omit<PracticeService, 'answer'> {
  /** The origin, without `/api`: http://127.0.0.1:PORT */
  readonly url: string;
  /** Starts another one with the same data. */
  copy(): Promise<PracticeMbs>;
  close(): Promise<void>;
}

export interface PracticeServiceOptions {
  /** How many users there are from the start. @defaultValue 40 */
  readonly users?: number;
  /** Another seed is another provider: other people, other ids. @defaultValue 1 */
  readonly seed?: number;
  readonly switches?: Partial<PracticeSwitches>;
  /** Faults that are ordered from the start. */
  readonly faults?: readonly FaultOrder[];
  /** How many calls the log remembers. @defaultValue 20000 */
  readonly keptCalls?: number;
  /** The server's time in milliseconds since 1970, by which tokens end. @defaultValue the machine's */
  readonly now?: () => number;
  /** Waits for latencies; tests hand in their own. @defaultValue a timer */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

export interface PracticeMbsOptions extends PracticeServiceOptions {
  /** @defaultValue '127.0.0.1' */
  readonly host?: string;
  /** @defaultValue 0, a free one */
  readonly port?: number;
}

/** A practice MBS in this process, without a server in front of it. */
export function createPracticeMbs(options: PracticeServiceOptions = {}): PracticeService {
  const { users = 40, seed = 1 } = options;
  const state = createState(createDatabase({ users, seed }), options);
  return {
    login: practiceLogin,
    control: createControl(state),
    answer: (request, body) => answerRequest(state, request, body),
  };
}

/** Starts a practice MBS and answers when it listens. */
export async function startPracticeMbs(options: PracticeMbsOptions = {}): Promise<PracticeMbs> {
  const { users = 40, seed = 1 } = options;
  return start(createDatabase({ users, seed }), options);
}

async function start(database: Database, options: PracticeMbsOptions): Promise<PracticeMbs> {
  const { host = '127.0.0.1', port = 0 } = options;
  const state = createState(database, options);
  const server = await serve(state, { host, port });
  return {
    url: server.origin,
    login: practiceLogin,
    control: createControl(state),
    copy: () => start(database.copy(), { ...options, port: 0 }),
    close: () => server.close(),
  };
}

function createState(database: Database, options: PracticeServiceOptions): PracticeState {
  return new PracticeState(database, {
    now: options.now ?? Date.now,
    wait: options.wait ?? timer,
    switches: options.switches ?? {},
    faults: options.faults ?? [],
    keptCalls: options.keptCalls ?? 20_000,
  });
}

import type { Database } from './data/database.ts';
import { type FaultOrder, FaultOrders } from './faults/fault-orders.ts';
import { practiceLogin } from './practice-login.ts';
import { CallLog } from './server/call-log.ts';
import { Tokens } from './server/tokens.ts';
import { changedSwitches, defaultSwitches, type PracticeSwitches } from './switches.ts';

interface Hook {
  readonly route: string;
  readonly act: () => void;
  left: number;
}

/** Everything that a running practice server knows, shared by its routes and its control. */
export class PracticeState {
  readonly database: Database;
  readonly tokens = new Tokens();
  readonly faults = new FaultOrders();
  readonly log: CallLog;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  password = practiceLogin.password;
  #switches: PracticeSwitches;
  #hooks: Hook[] = [];

  constructor(database: Database, world: World) {
    this.database = database;
    this.now = world.now;
    this.wait = world.wait;
    this.log = new CallLog(world.keptCalls);
    for (const order of world.faults) this.faults.add(order);
    this.#switches = changedSwitches(defaultSwitches, world.switches);
  }

  get switches(): PracticeSwitches {
    return this.#switches;
  }

  setSwitches(changes: Partial<PracticeSwitches>): void {
    this.#switches = changedSwitches(this.#switches, changes);
  }

  /** Has something done just before the nth coming call to a route is answered, such as an edit on the Users page. */
  addHook(route: string, nth: number, act: () => void): void {
    this.#hooks.push({ route, act, left: nth });
  }

  fireHooks(route: string): void {
    for (const hook of this.#hooks.filter((each) => each.route === route)) {
      hook.left -= 1;
      if (hook.left === 0) hook.act();
    }
    this.#hooks = this.#hooks.filter((hook) => hook.left > 0);
  }
}

export interface World {
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly switches: Partial<PracticeSwitches>;
  readonly faults: readonly FaultOrder[];
  readonly keptCalls: number;
}

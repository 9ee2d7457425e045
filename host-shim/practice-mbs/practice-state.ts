import { Hooks } from '../practice-server/hooks.ts';
import type { Database } from './data/database.ts';
import { type FaultOrder, FaultOrders } from './faults/fault-orders.ts';
import { practiceLogin } from './practice-login.ts';
import { createCallLog } from './server/call-log.ts';
import { Tokens } from './server/tokens.ts';
import { defaultSwitches, type PracticeSwitches, switchRules } from './switches.ts';

/** Everything that a running practice server knows, shared by its routes and its control. */
export class PracticeState {
  readonly database: Database;
  readonly tokens = new Tokens();
  readonly faults = new FaultOrders();
  readonly hooks = new Hooks();
  readonly log: ReturnType<typeof createCallLog>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  password = practiceLogin.password;
  #switches: PracticeSwitches;

  constructor(database: Database, world: World) {
    this.database = database;
    this.now = world.now;
    this.wait = world.wait;
    this.log = createCallLog(world.keptCalls);
    for (const order of world.faults) this.faults.add(order);
    this.#switches = switchRules.changed(defaultSwitches, world.switches);
  }

  get switches(): PracticeSwitches {
    return this.#switches;
  }

  setSwitches(changes: Partial<PracticeSwitches>): void {
    this.#switches = switchRules.changed(this.#switches, changes);
  }
}

export interface World {
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly switches: Partial<PracticeSwitches>;
  readonly faults: readonly FaultOrder[];
  readonly keptCalls: number;
}

import { Hooks } from '../practice-server/hooks.ts';
import type { Database, EntityName } from './dataset/database.ts';
import { type FaultOrder, FaultOrders } from './faults/fault-orders.ts';
import { ApiUser } from './limits/api-user.ts';
import { HourCounter } from './limits/hour-counter.ts';
import { ThreadLimit } from './limits/thread-limit.ts';
import { createCallLog } from './server/call-log.ts';
import { Zone } from './server/zone.ts';
import { defaultSwitches, type PracticeSwitches, switchRules } from './switches.ts';

/** What the security level of the API user allows on an entity. */
export type Permission = 'none' | 'restricted' | 'all';

/** Everything that a running practice server knows, shared by its routes and its control. */
export class PracticeState {
  readonly database: Database;
  readonly user = new ApiUser();
  readonly zone = new Zone();
  readonly threads = new ThreadLimit();
  readonly hour = new HourCounter();
  readonly faults = new FaultOrders();
  readonly hooks = new Hooks();
  readonly log: ReturnType<typeof createCallLog>;
  readonly permissions: Record<EntityName, Permission> = { Contacts: 'all', Companies: 'all' };
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly elapsed: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  #switches: PracticeSwitches;

  constructor(database: Database, world: World) {
    this.database = database;
    this.now = world.now;
    this.elapsed = world.elapsed;
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
  readonly elapsed: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly switches: Partial<PracticeSwitches>;
  readonly faults: readonly FaultOrder[];
  readonly keptCalls: number;
}

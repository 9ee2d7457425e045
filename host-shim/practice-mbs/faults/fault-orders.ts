import { Draw } from '../data/draw.ts';
import type { Call } from '../server/call.ts';
import { type FaultName, faultNames } from './fault-names.ts';

/**
 * Orders a fault for coming calls: the next ones that match, or a share of them.
 *
 * @example `{ fault: ['answer_lost', 'error_after_effect'], path: 'POST Users', share: 0.1, seed: 7 }`
 */
export interface FaultOrder {
  /** One, or several of which each struck call gets one, drawn from the seed. */
  readonly fault: FaultName | readonly FaultName[];
  /** Part of method and route, such as `POST Users` or `Destinations`; log-ins only by name. */
  readonly path?: string;
  /** Calls that match and are let through first. @defaultValue 0 */
  readonly skip?: number;
  /** How often it strikes. @defaultValue 1; without end when a share is given */
  readonly times?: number;
  /** From 0 to 1; drawn from the seed, so a run can be repeated. */
  readonly share?: number;
  /** @defaultValue 1 */
  readonly seed?: number;
  /** How long the slow ones take. @defaultValue 30000 */
  readonly delayMs?: number;
}

/** What is to go wrong with a call. */
export interface Strike {
  readonly fault: FaultName;
  readonly delayMs: number;
}

interface OpenOrder {
  readonly order: FaultOrder;
  readonly faults: readonly FaultName[];
  /** How often each call has come, so that its luck depends on that and not on when it arrived. */
  readonly times: Map<string, number>;
  skip: number;
  left: number;
}

export class FaultOrders {
  #open: OpenOrder[] = [];

  add(order: FaultOrder): void {
    const faults = typeof order.fault === 'string' ? [order.fault] : order.fault;
    const stranger = faults.find((fault) => !faultNames.includes(fault));
    if (stranger !== undefined) throw new Error(`There is no fault "${stranger}"`);
    const left = order.times ?? (order.share === undefined ? 1 : Number.POSITIVE_INFINITY);
    this.#open.push({ order, faults, times: new Map(), skip: order.skip ?? 0, left });
  }

  clear(): void {
    this.#open = [];
  }

  /** The fault that strikes this call, if one does: of the first order that is meant for it and due. */
  strike(call: Call): Strike | undefined {
    for (const open of this.#open) {
      const fault = drawnFault(open, call);
      if (fault === undefined) continue;
      open.left -= 1;
      if (open.left <= 0) this.#open = this.#open.filter((each) => each !== open);
      return { fault, delayMs: open.order.delayMs ?? 30_000 };
    }
    return undefined;
  }
}

function drawnFault(open: OpenOrder, call: Call): FaultName | undefined {
  if (!isMeant(open.order, call)) return undefined;
  if (open.skip > 0) {
    open.skip -= 1;
    return undefined;
  }
  const { seed = 1, share = 1 } = open.order;
  const asked = askedBy(call);
  const times = (open.times.get(asked) ?? 0) + 1;
  open.times.set(asked, times);
  const draw = new Draw(seed, asked, times);
  return draw.share(0) < share ? draw.pick(open.faults, 1) : undefined;
}

function isMeant({ path }: FaultOrder, { method, route }: Call): boolean {
  if (path === undefined) return route !== 'Provider/Login';
  return `${method} ${route}`.toLowerCase().includes(path.toLowerCase());
}

/** What a call asks for, without the password, which a client may make up anew at each try. */
function askedBy({ method, route, id, search, body }: Call): string {
  const lasting = body.replace(/"password"\s*:\s*"[^"]*"/i, '');
  return [method, route, id, search.toString(), lasting].join(' ');
}

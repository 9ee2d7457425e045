import { randomSequence } from '../dataset/random.ts';

export const faultNames = [
  'html_200',
  'html_404',
  'truncated_json',
  'empty_200',
  'error_500',
  'bad_gateway',
  'unavailable',
  'slow',
  'reset',
  'reset_midway',
  'errors_in_200',
  'short_page',
  'repeated_page',
  'looping_page',
  'foreign_next_page',
  'redirect',
  'thread_refusal',
  'unauthorized',
] as const;
export type FaultName = (typeof faultNames)[number];

/**
 * Orders a fault for coming calls: the next ones that match, or each of them with some probability.
 */
export interface FaultOrder {
  readonly fault: FaultName;
  /**
   * Part of the route, such as `Contacts/query`; without it every call to an entity. Zone look-ups
   * only by name.
   */
  readonly path?: string;
  /** Calls that match and are let through first. @defaultValue 0 */
  readonly skip?: number;
  /** How often it strikes. @defaultValue 1; without end when a probability is given */
  readonly times?: number;
  /** From 0 to 1; drawn from the seed, so a run can be repeated. */
  readonly probability?: number;
  /** @defaultValue 1 */
  readonly seed?: number;
  /** How long `slow` takes. @defaultValue 30000 */
  readonly delayMs?: number;
}

interface OpenOrder {
  readonly order: FaultOrder;
  readonly draw: () => number;
  skip: number;
  left: number;
}

export class FaultOrders {
  #open: OpenOrder[] = [];

  get orders(): readonly FaultOrder[] {
    return this.#open.map(({ order }) => order);
  }

  add(order: FaultOrder): void {
    if (!faultNames.some((name) => name === order.fault)) throw new Error(`There is no fault "${order.fault}"`);
    const endless = order.probability === undefined ? 1 : Number.POSITIVE_INFINITY;
    this.#open.push({
      order,
      draw: randomSequence(order.seed ?? 1),
      skip: order.skip ?? 0,
      left: order.times ?? endless,
    });
  }

  clear(): void {
    this.#open = [];
  }

  /** The fault that strikes this call, if one does: the first order that matches and is due. */
  strike(route: string): FaultOrder | undefined {
    const hit = this.#open.find((open) => isMeant(open.order, route) && isDue(open));
    if (hit === undefined) return undefined;
    hit.left -= 1;
    if (hit.left <= 0) this.#open = this.#open.filter((open) => open !== hit);
    return hit.order;
  }
}

function isMeant({ path }: FaultOrder, route: string): boolean {
  if (path === undefined) return !/^(zone|version)/i.test(route);
  return route.toLowerCase().includes(path.toLowerCase());
}

function isDue(open: OpenOrder): boolean {
  if (open.skip > 0) {
    open.skip -= 1;
    return false;
  }
  return open.order.probability === undefined || open.draw() < open.order.probability;
}

import { mix, pick, share } from '../dataset/random.ts';
import { type Call, isPageRoute } from '../server/call.ts';
import { type FaultName, faultNames, isPageFault } from './fault-names.ts';

/**
 * Orders a fault for coming calls: the next ones that match, or each of them with some probability.
 *
 * @example `{ fault: ['slow', 'reset', 'html_200'], probability: 0.1, seed: 7 }` spoils one call in ten
 */
export interface FaultOrder {
  /** One, or several of which each struck call gets one that suits it, drawn from the seed. */
  readonly fault: FaultName | readonly FaultName[];
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
  /** The address that `redirect` and `foreign_next_page` lead to. @defaultValue one that nobody has */
  readonly leadsTo?: string;
}

/** What is to go wrong with a call. */
export interface Strike {
  readonly fault: FaultName;
  readonly delayMs: number;
  readonly leadsTo: string;
}

interface OpenOrder {
  readonly order: FaultOrder;
  readonly faults: readonly FaultName[];
  readonly draws: Draws;
  skip: number;
  left: number;
}

export class FaultOrders {
  #open: OpenOrder[] = [];
  #added = 0;

  add(order: FaultOrder): void {
    const faults = typeof order.fault === 'string' ? [order.fault] : order.fault;
    const stranger = faults.find((fault) => !faultNames.includes(fault));
    if (stranger !== undefined) throw new Error(`There is no fault "${stranger}"`);
    this.#added += 1;
    this.#open.push({
      order,
      faults,
      draws: new Draws(mix(order.seed ?? 1, this.#added, 171)),
      skip: order.skip ?? 0,
      left: order.times ?? (order.probability === undefined ? 1 : Number.POSITIVE_INFINITY),
    });
  }

  clear(): void {
    this.#open = [];
    this.#added = 0;
  }

  /** The fault that strikes this call, if one does: of the first order that is meant for it and due. */
  strike(call: Call): Strike | undefined {
    for (const open of this.#open) {
      const fault = drawnFault(open, call);
      if (fault === undefined) continue;
      open.left -= 1;
      if (open.left <= 0) this.#open = this.#open.filter((each) => each !== open);
      const { delayMs = 30_000, leadsTo = 'https://webservices3.elsewhere.example/ATServicesRest/' } = open.order;
      return { fault, delayMs, leadsTo };
    }
    return undefined;
  }
}

function drawnFault(open: OpenOrder, call: Call): FaultName | undefined {
  const suited = open.faults.filter((fault) => !isPageFault(fault) || isPageRoute(call.route));
  if (suited.length === 0 || !isMeant(open.order, call.route)) return undefined;
  if (open.skip > 0) {
    open.skip -= 1;
    return undefined;
  }
  const drawn = open.draws.next(call);
  const { probability = 1 } = open.order;
  return share(drawn) < probability ? pick(suited, mix(drawn, 1, 172)) : undefined;
}

function isMeant({ path }: FaultOrder, route: string): boolean {
  if (path === undefined) return !/^(zone|version)/i.test(route);
  return route.toLowerCase().includes(path.toLowerCase());
}

/**
 * Draws by what a call asks and how often it came, not by when it arrived, so calls side by side
 * meet the same luck in every run.
 */
class Draws {
  readonly #seed: number;
  readonly #times = new Map<number, number>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  next({ method, route, id, search, body }: Call): number {
    const asked = textHash(`${method} ${route} ${id} ${search.toString()} ${body}`);
    const times = (this.#times.get(asked) ?? 0) + 1;
    this.#times.set(asked, times);
    return mix(this.#seed, asked, times);
  }
}

function textHash(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index += 1) hash = mix(hash, text.charCodeAt(index), 173);
  return hash;
}

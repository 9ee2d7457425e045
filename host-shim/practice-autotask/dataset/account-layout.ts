import { firmKinds } from './culture.ts';
import { cultures } from './cultures/cultures.ts';
import { firstDay, lastDay, officeHours } from './moments.ts';
import { bell, mix, pick, randomSequence, share } from './random.ts';

/**
 * What is fixed about each account, by row; everything else about it is made from this when it is
 * asked for.
 */
export interface AccountLayout {
  readonly count: number;
  /**
   * Ascending; row 0 is the MSP's own company, whose id is 0 (autotask-api.md §3.4, seen in 3
   * clients).
   */
  readonly ids: Float64Array;
  readonly sizes: Int32Array;
  readonly created: Float64Array;
  readonly cultures: Uint8Array;
  readonly kinds: Uint8Array;
  /** Which firm of its culture and kind it is: 0, 1, 2 … */
  readonly ordinals: Int32Array;
}

export function layoutAccounts(contacts: number, seed: number): AccountLayout {
  // About 20 people a firm in big databases; a small MSP has many small customers.
  const count = Math.max(
    Math.min(4, contacts + 1),
    Math.round(Math.max(contacts / 20, Math.min(240, contacts * 0.12))),
  );
  const sizes = accountSizes(contacts, count, seed);
  const layout: AccountLayout = {
    count,
    ids: accountIds(count, seed),
    sizes,
    created: Float64Array.from({ length: count }, (_none, row) => accountCreated(row, count, seed)),
    cultures: new Uint8Array(count),
    kinds: new Uint8Array(count),
    ordinals: new Int32Array(count),
  };
  const next = new Map<number, number>();
  const biggest = rowOfBiggest(sizes);
  for (let row = 0; row < count; row += 1) {
    const size = sizes[row] ?? 0;
    const culture = row === 0 || row === biggest ? 0 : weightedCulture(mix(seed, row, 21));
    const kind = kindOf(size, mix(seed, row, 22));
    const ordinal = next.get(culture * firmKinds.length + kind) ?? 0;
    next.set(culture * firmKinds.length + kind, ordinal + 1);
    layout.cultures[row] = culture;
    layout.kinds[row] = kind;
    layout.ordinals[row] = ordinal;
  }
  return layout;
}

function rowOfBiggest(sizes: Int32Array): number {
  let found = 0;
  for (let row = 1; row < sizes.length; row += 1) if ((sizes[row] ?? 0) > (sizes[found] ?? 0)) found = row;
  return found;
}

/**
 * One firm with 45 % of a small database (900 of 2,000 people), and a long tail of firms down to a
 * single person.
 */
function accountSizes(contacts: number, count: number, seed: number): Int32Array {
  const sizes = new Int32Array(count);
  const own = Math.min(contacts, count === 1 ? contacts : Math.min(60, Math.max(2, Math.round(contacts * 0.007))));
  sizes[0] = own;
  if (count === 1) return sizes;
  const giant = Math.min(
    contacts - own,
    Math.floor(Math.min(contacts * 0.45, 900 + Math.max(0, contacts - 2000) / 100)),
  );
  const giantRow = 1 + Math.floor((0.1 + share(mix(seed, 1, 23)) * 0.4) * (count - 1));
  const draw = randomSequence(mix(seed, 2, 23));
  const shares = Float64Array.from({ length: count }, () => (draw() < 0.02 ? 0 : Math.exp(bell(draw))));
  shares[0] = 0;
  shares[giantRow] = 0;
  fillByShares(sizes, { shares, total: contacts - own - giant, cap: Math.max(2, giant * 0.6) });
  sizes[giantRow] = (sizes[giantRow] ?? 0) + giant;
  return sizes;
}

interface Shares {
  readonly shares: Float64Array;
  readonly total: number;
  readonly cap: number;
}

/**
 * Every share above 0 gives at least one person; the rest follows the shares, and what rounding
 * leaves goes round.
 */
function fillByShares(sizes: Int32Array, { shares, total, cap }: Shares): void {
  let sum = 0;
  for (const part of shares) sum += part;
  let left = total;
  if (sum === 0) {
    sizes[sizes.length - 1] = (sizes[sizes.length - 1] ?? 0) + total;
    return;
  }
  for (let row = 0; row < sizes.length && left > 0; row += 1) {
    const part = shares[row] ?? 0;
    if (part === 0) continue;
    const size = Math.min(left, Math.max(1, Math.min(cap, Math.floor((part / sum) * total * 0.93))));
    sizes[row] = size;
    left -= size;
  }
  for (let row = sizes.length - 1; left > 0; row = row === 0 ? sizes.length - 1 : row - 1) {
    const wants = (shares[row] ?? 0) * sizes.length > sum;
    if (!wants) continue;
    sizes[row] = (sizes[row] ?? 0) + 1;
    left -= 1;
  }
}

function kindOf(size: number, hash: number): number {
  if (size > 60) return firmKinds.indexOf('large');
  return firmKinds.indexOf(size <= 9 && share(hash) < 0.75 ? 'small' : 'middle');
}

const totalWeight = cultures.reduce((sum, culture) => sum + culture.weight, 0);

function weightedCulture(hash: number): number {
  let left = share(hash) * totalWeight;
  for (let index = 0; index < cultures.length; index += 1) {
    left -= pick(cultures, index).weight;
    if (left < 0) return index;
  }
  return 0;
}

/**
 * The oldest accounts have short ids; later ones follow Autotask's big shared number range. All fit
 * 32 bits.
 */
function accountIds(count: number, seed: number): Float64Array {
  const ids = new Float64Array(count);
  let id = 0;
  for (let row = 1; row < count; row += 1) {
    const hash = mix(seed, row, 24);
    if (row === Math.ceil(count * 0.15)) id = 29_682_900;
    id += hash % 40 === 0 ? 1_000 + (mix(seed, row, 25) % 60_000) : 1 + (hash % 180);
    ids[row] = id;
  }
  return ids;
}

function accountCreated(row: number, count: number, seed: number): number {
  const day = firstDay + (row / count) * 0.97 * (lastDay - firstDay);
  return officeHours(day, mix(seed, row, 26));
}

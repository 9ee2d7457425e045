import type { AccountLayout } from './account-layout.ts';
import { firstDay, lastDay, officeHours } from './moments.ts';
import { mix, randomSequence, share } from './random.ts';

/** What is fixed about each contact, by row. */
export interface ContactLayout {
  readonly count: number;
  /** Ascending, with gaps; the newest of a big database are beyond 32 bits. */
  readonly ids: Float64Array;
  /** The row of the account that the contact belongs to from the start. */
  readonly accounts: Int32Array;
  /** Which person of that account it is: 0, 1, 2 … */
  readonly ranks: Int32Array;
  readonly created: Float64Array;
}

export function layoutContacts(accounts: AccountLayout, seed: number): ContactLayout {
  const count = accounts.sizes.reduce((sum, size) => sum + size, 0);
  const layout: ContactLayout = {
    count,
    ids: contactIds(count, seed),
    accounts: new Int32Array(count),
    ranks: new Int32Array(count),
    created: new Float64Array(count),
  };
  const nextRank = new Int32Array(accounts.count);
  let row = 0;
  for (const batch of batches(accounts, seed)) {
    for (let step = 0; step < batch.size; step += 1) {
      const rank = nextRank[batch.account] ?? 0;
      nextRank[batch.account] = rank + 1;
      layout.accounts[row] = batch.account;
      layout.ranks[row] = rank;
      layout.created[row] = officeHours(firstDay + batch.at * (lastDay - firstDay), mix(seed, row, 31));
      row += 1;
    }
  }
  return layout;
}

interface Batch {
  readonly account: number;
  readonly size: number;
  /** When it was entered, as a share of the database's life. */
  readonly at: number;
}

/** People are entered a few at a time, from the day on which their account exists. */
function batches(accounts: AccountLayout, seed: number): Batch[] {
  const draw = randomSequence(mix(seed, 1, 32));
  const found: Batch[] = [];
  for (let account = 0; account < accounts.count; account += 1) {
    const opened = (account / accounts.count) * 0.97;
    let left = accounts.sizes[account] ?? 0;
    while (left > 0) {
      const size = Math.min(left, 1 + Math.floor(draw() * 9));
      found.push({ account, size, at: opened + (1 - opened) * draw() });
      left -= size;
    }
  }
  return found.sort((one, other) => one.at - other.at);
}

const BEYOND_32_BITS = 4_294_967_296;

function contactIds(count: number, seed: number): Float64Array {
  const ids = new Float64Array(count);
  const recent = Math.ceil(count * 0.12);
  const newest = count >= 10_000 ? Math.floor(count * 0.97) : count;
  let id = 200;
  for (let row = 0; row < count; row += 1) {
    const hash = mix(seed, row, 33);
    if (row === recent) id = 29_684_100;
    if (row === newest) id = BEYOND_32_BITS;
    id += hash % 400 === 0 ? 5_000 + Math.floor(share(mix(seed, row, 34)) * 90_000) : 1 + (hash % 57);
    ids[row] = id;
  }
  return ids;
}

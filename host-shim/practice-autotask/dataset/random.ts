/**
 * Mixes three whole numbers into one of 32 bits. Everything that the practice data shows comes from
 * here, so a row can be made on demand, in any order, and is the same every time.
 */
export function mix(first: number, second: number, third: number): number {
  let hash = Math.imul(first ^ 0x9e3779b9, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15) ^ second, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13) ^ third, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 16), 0x165667b1);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Turns 32 bits into a share: 0 up to, but not including, 1. */
export function share(hash: number): number {
  return hash / 0x1_0000_0000;
}

export function pick<Item>(items: readonly Item[], number: number): Item {
  const item = items[number % items.length];
  if (item === undefined) throw new Error('Nothing to pick from');
  return item;
}

/** A repeatable sequence of shares, for draws that are made one after another. */
export function randomSequence(seed: number): () => number {
  let step = 0;
  return () => {
    step += 1;
    return share(mix(seed, step, 0x51ed270b));
  };
}

/** A bell curve around 0 with a spread of 1, near enough for sizes of firms. */
export function bell(draw: () => number): number {
  return (draw() + draw() + draw() + draw() - 2) / 0.577;
}

/** Fills each `#` of a pattern with a digit. */
export function digits(pattern: string, hash: number): string {
  let position = 0;
  return pattern.replaceAll('#', () => {
    position += 1;
    return String(mix(hash, position, 7) % 10);
  });
}

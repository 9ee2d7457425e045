import { createHash } from 'node:crypto';

type Word = string | number;

/** A share from 0 up to, but not including, 1 that is the same whenever the same words are given. */
export function shareOf(...words: readonly Word[]): number {
  return digestOf(words).readUInt32BE() / 0x1_0000_0000;
}

/** One of the items, the same one whenever the same words are given. */
export function pick<Item>(items: readonly Item[], ...words: readonly Word[]): Item {
  const item = items[Math.floor(shareOf(...words) * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from');
  return item;
}

export function uuidOf(...words: readonly Word[]): string {
  const hex = digestOf(words).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function digestOf(words: readonly Word[]): Buffer {
  return createHash('sha256').update(words.join('\n')).digest();
}

import { createHash } from 'node:crypto';

type Word = string | number;

/**
 * What chance gives for some words: always the same for the same ones. One draw gives several independent answers,
 * told apart by their place, because a draw for each would take long for many users.
 */
export class Draw {
  readonly #digest: Buffer;

  constructor(...words: readonly Word[]) {
    this.#digest = createHash('sha512').update(words.join('\n')).digest();
  }

  /** From 0 up to, but not including, 1; places go from 0 to 11. */
  share(place = 0): number {
    return this.#digest.readUInt32BE(16 + 4 * place) / 0x1_0000_0000;
  }

  pick<Item>(items: readonly Item[], place = 0): Item {
    const item = items[Math.floor(this.share(place) * items.length)];
    if (item === undefined) throw new Error('Nothing to pick from');
    return item;
  }

  uuid(): string {
    const hex = this.#digest.toString('hex', 0, 16);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}

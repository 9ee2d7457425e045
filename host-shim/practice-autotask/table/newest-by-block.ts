const BLOCK_ROWS = 64;

/**
 * The newest moment of a field in each block of rows, so that a search for late ones passes over
 * whole blocks. Edits raise it and never lower it: too high costs a look, too low would hide a row.
 */
export class NewestByBlock {
  readonly #newest: number[] = [];

  raise(row: number, moment: number): void {
    const block = Math.floor(row / BLOCK_ROWS);
    while (this.#newest.length <= block) this.#newest.push(Number.NEGATIVE_INFINITY);
    if (moment > this.#newestOf(block)) this.#newest[block] = moment;
  }

  /** The first row from a given one on whose block has a moment not before `since`; endless when none has. */
  firstRowSince(row: number, since: number): number {
    const first = Math.floor(row / BLOCK_ROWS);
    for (let block = first; block < this.#newest.length; block += 1) {
      if (this.#newestOf(block) >= since) return Math.max(row, block * BLOCK_ROWS);
    }
    return Number.POSITIVE_INFINITY;
  }

  #newestOf(block: number): number {
    return this.#newest[block] ?? Number.NEGATIVE_INFINITY;
  }
}

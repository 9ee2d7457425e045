/**
 * Ascending ids by row; new rows come behind, so ids stay ascending. Room doubles when it is used
 * up.
 */
export class RowIndex {
  #ids: Float64Array;
  #count: number;

  constructor(ids: Float64Array) {
    this.#ids = ids;
    this.#count = ids.length;
  }

  get count(): number {
    return this.#count;
  }

  id(row: number): number {
    return this.#ids[row] ?? Number.NaN;
  }

  add(id: number): number {
    if (this.#count === this.#ids.length) {
      const roomier = new Float64Array(Math.max(16, this.#count * 2));
      roomier.set(this.#ids);
      this.#ids = roomier;
    }
    this.#ids[this.#count] = id;
    this.#count += 1;
    return this.#count - 1;
  }

  /** The first row whose id is not below the given one; the row count when there is none. */
  firstAtOrAbove(id: number): number {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.id(middle) < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  row(id: number): number | undefined {
    const row = this.firstAtOrAbove(id);
    return row < this.#count && this.id(row) === id ? row : undefined;
  }
}

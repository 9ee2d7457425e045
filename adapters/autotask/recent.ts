/**
 * Keeps one value per key, made on demand; beyond the limit the one not used for longest goes.
 *
 * @remarks
 * The limit only keeps memory bounded: a value that is dropped while in use is made anew for the next caller.
 */
export class Recent<Value> {
  readonly #values = new Map<string, Value>();
  readonly #limit: number;
  readonly #make: () => Value;

  constructor(limit: number, make: () => Value) {
    this.#limit = limit;
    this.#make = make;
  }

  of(key: string): Value {
    const value = this.#values.get(key) ?? this.#make();
    this.#values.delete(key);
    this.#values.set(key, value);
    for (const oldest of this.#values.keys()) {
      if (this.#values.size <= this.#limit) break;
      this.#values.delete(oldest);
    }
    return value;
  }
}

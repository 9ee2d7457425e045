/** An object as a client sent it; names are matched whatever their letter case, as ASP.NET binds them. */
export class SentObject {
  readonly #values: ReadonlyMap<string, unknown>;

  constructor(values: Iterable<readonly [string, unknown]>) {
    this.#values = new Map([...values].map(([name, value]) => [name.toLowerCase(), value]));
  }

  text(name: string): string | undefined {
    const value = this.#value(name);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  }

  /** Flags are taken as texts, too (mbs.md §3.3, seen in 2 clients). */
  flag(name: string): boolean | undefined {
    const text = String(this.#value(name)).toLowerCase();
    return text === 'true' || text === 'false' ? text === 'true' : undefined;
  }

  number(name: string): number | undefined {
    const text = this.text(name);
    return text === undefined || text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
  }

  texts(name: string): readonly string[] | undefined {
    return this.#list(name)?.filter((item) => typeof item === 'string');
  }

  objects(name: string): readonly SentObject[] {
    return this.#list(name)?.flatMap((item) => sentObject(item) ?? []) ?? [];
  }

  #value(name: string): unknown {
    return this.#values.get(name.toLowerCase());
  }

  #list(name: string): readonly unknown[] | undefined {
    const value = this.#value(name);
    return Array.isArray(value) ? value : undefined;
  }
}

/** `undefined` for what is no object. */
export function sentObject(value: unknown): SentObject | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? new SentObject(Object.entries(value)) : undefined;
}

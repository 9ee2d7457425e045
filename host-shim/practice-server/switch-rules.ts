/** Which of the switches take one of several words. */
export type Choices<Switches> = {
  readonly [Name in keyof Switches as Switches[Name] extends string ? Name : never]: readonly Switches[Name][];
};

interface Rules<Switches extends object> {
  readonly usual: Switches;
  readonly choices: Choices<Switches>;
  /** The switches that may be null, and what they are when they are not. */
  readonly nullable: ReadonlyMap<string, 'number' | 'string'>;
}

/** Changes switches by their rules. */
export class SwitchRules<Switches extends object> {
  readonly #rules: Rules<Switches>;

  constructor(rules: Rules<Switches>) {
    this.#rules = rules;
  }

  /** Refuses a switch that does not exist or a value that it does not take, for callers that are not type-checked. */
  changed(now: Switches, changes: Partial<Switches>): Switches {
    for (const [name, value] of Object.entries(changes)) this.#check(name, value);
    return { ...now, ...changes };
  }

  #check(name: string, value: unknown): void {
    const { usual, choices, nullable } = this.#rules;
    const known = new Map<string, unknown>(Object.entries(usual)).get(name);
    if (known === undefined) throw new Error(`There is no switch "${name}"`);
    const chosen = new Map<string, unknown>(Object.entries(choices)).get(name);
    if (Array.isArray(chosen) && !chosen.includes(value)) {
      throw new Error(`The switch "${name}" takes one of ${chosen.join(', ')}`);
    }
    const type = nullable.get(name) ?? typeof known;
    const isNull = value === null && nullable.has(name);
    if (!isNull && typeof value !== type) throw new Error(`The switch "${name}" takes a ${type}`);
  }
}

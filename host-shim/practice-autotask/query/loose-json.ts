/**
 * A JSON object as it came, whose names are matched whatever their letter case (autotask-api.md
 * §3.1, seen in 5 clients).
 */
export type LooseObject = ReadonlyMap<string, unknown>;

export function looseObject(value: unknown): LooseObject | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value).map(([name, item]) => [name.toLowerCase(), item]));
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Web API binds what it cannot read to null, so a broken body is the same as none.
    return undefined;
  }
}

/** The names and values of an object; nothing when it is none. */
export function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

/** A text, number or flag as a text; anything else is an empty one. */
export function looseText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

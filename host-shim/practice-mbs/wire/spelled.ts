import type { PracticeSwitches } from '../switches.ts';

/** Gives every id the one spelling that the switch asks for, however deep it stands; `mixed` is as the API has them. */
export function spelled(value: unknown, idSpelling: PracticeSwitches['idSpelling']): unknown {
  if (idSpelling === 'mixed' || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => spelled(item, idSpelling));
  const entries: [string, unknown][] = Object.entries(value);
  return Object.fromEntries(
    entries.map(([name, item]) => [name.replace(/I[dD]$/, idSpelling), spelled(item, idSpelling)]),
  );
}

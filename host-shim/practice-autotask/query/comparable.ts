import { readDate } from '../dataset/moments.ts';
import type { FieldType, Stored } from '../table/field.ts';
import { looseText } from './loose-json.ts';

/** What two values are compared as: texts without their letter case, the rest as numbers. */
export type Comparable = string | number;

export function comparableStored(value: Stored): Comparable | null {
  if (typeof value === 'string') return value.toLowerCase();
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value;
}

/** A filter's value for a field of some type; `undefined` is one that no row matches. */
export function comparableValue(value: unknown, type: FieldType): Comparable | undefined {
  if (value === null || value === undefined || typeof value === 'object') return undefined;
  switch (type) {
    case 'string':
      return looseText(value).toLowerCase();
    case 'datetime':
      return numberOrNone(typeof value === 'string' ? readDate(value) : Number.NaN);
    case 'long':
      // A text for a long finds nothing and is no error (autotask-api.md §3.2, seen in 1 client).
      return typeof value === 'number' ? value : undefined;
    case 'integer':
    case 'double':
    case 'boolean':
      return numberOrNone(looseNumber(value));
  }
}

/** The texts "true" and "false" work for flags (autotask-api.md §3.2, seen in 2 clients). */
function looseNumber(value: unknown): number {
  if (typeof value !== 'string') return Number(value);
  const text = value.trim().toLowerCase();
  if (text === 'true') return 1;
  if (text === 'false') return 0;
  return text === '' ? Number.NaN : Number(text);
}

function numberOrNone(number: number): number | undefined {
  return Number.isNaN(number) ? undefined : number;
}

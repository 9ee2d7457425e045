import { canonicalId } from './canonical-id.ts';
import { fieldOf, type JsonObject } from './json.ts';
import { MbsFailure } from './mbs-failure.ts';
import { storable } from './storable.ts';

// Values are read tolerantly: null, "" and a missing key mean the same, and numbers and flags also come as texts
// (mbs.md §3.3: clients send and get both).

/** A text as it came; "" for none. What no store keeps is dropped. */
export function wireText(json: JsonObject, name: string): string {
  const value = fieldOf(json, name);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? storable(value) : '';
}

/** A label, without the blanks that surround some (mbs.md §3.3: "Azure "). */
export function wireLabel(json: JsonObject, name: string): string {
  return wireText(json, name).trim();
}

/** An id: a text or a number; "" for none. */
export function wireIdIfAny(json: JsonObject, name: string): string {
  return canonicalId(wireText(json, name));
}

/** @throws MbsFailure without one, because what can't be told apart can't be used */
export function wireId(json: JsonObject, name: string): string {
  const id = wireIdIfAny(json, name);
  if (id === '') throw new MbsFailure('not_data', { about: 'something without an id' });
  return id;
}

export function wireFlag(json: JsonObject, name: string): boolean {
  const value = fieldOf(json, name);
  return value === true || value === 1 || (typeof value === 'string' && /^(true|1)$/i.test(value.trim()));
}

/** Null when it is no number. */
export function wireNumber(json: JsonObject, name: string): number | null {
  const text = wireText(json, name).trim();
  return text === '' || !Number.isFinite(Number(text)) ? null : Number(text);
}

// NUL and half a surrogate pair, which no store keeps.
const UNSTORABLE = /[\0\p{Surrogate}]/gu;

/** A text without what cannot be stored. */
export function storable(text: string): string {
  return text.replace(UNSTORABLE, '');
}

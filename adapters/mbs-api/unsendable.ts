// NUL and half a surrogate pair, which no store keeps.
const UNSENDABLE = /[\0\p{Surrogate}]/u;

export const UNSENDABLE_WORDS = 'A name or the email holds a character that cannot be stored.';

export function isSendable(texts: readonly (string | undefined)[]): boolean {
  return !texts.some((text) => text !== undefined && UNSENDABLE.test(text));
}

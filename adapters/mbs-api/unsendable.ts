import { storable } from './storable.ts';

export const UNSENDABLE_WORDS = 'A name or the email holds a character that cannot be stored.';

export function isSendable(texts: readonly (string | undefined)[]): boolean {
  return texts.every((text) => text === undefined || storable(text) === text);
}

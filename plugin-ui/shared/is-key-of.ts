/** Whether a text is one of the keys: narrows what comes from outside to what there are words for. */
export function isKeyOf<Key extends string>(words: Readonly<Record<Key, unknown>>, text: string | null): text is Key {
  return text !== null && Object.hasOwn(words, text);
}

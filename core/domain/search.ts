const PLAIN = /^[\x20-\x7e]*$/;

/** Folds case and accents away, so that "Zoë" is found by "zoe" and sorts beside it. */
export function fold(text: string): string {
  // Most texts are plain, and a refresh folds several of each of its contacts.
  if (PLAIN.test(text)) return text.toLowerCase();
  return foldCase(text.normalize('NFKD').replace(/\p{M}/gu, '')).normalize('NFKC');
}

// By way of upper case, because "ß" has "SS" there; "ς" would be told from "σ" by its place in the word.
function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}

/** The words of a text as search sees them: split at anything but letters and digits. */
export function words(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The text that a search looks into: a blank before every word. Those of several parts may be joined. */
export function searchTextOf(...texts: readonly string[]): string {
  return texts
    .flatMap(words)
    .map((word) => ` ${word}`)
    .join('');
}

const SORT_KEY_LENGTH = 100; // As long as the longest name, that of an account (autotask-api.md §4.2).

/** The form by which texts are put in order, character by character. */
export function sortKeyOf(text: string): string {
  const key = fold(text.trim());
  return key.length > SORT_KEY_LENGTH ? Array.from(key).slice(0, SORT_KEY_LENGTH).join('') : key;
}

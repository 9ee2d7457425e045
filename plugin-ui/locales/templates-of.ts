import type { StrResult } from '@lit/localize';
// The ids that a sentence is looked up by; nothing else makes them.
import { generateMsgId } from '@lit/localize/internal/id-generation.js';
import type { Dictionary } from './languages.ts';

/** A dictionary as @lit/localize reads it. */
export function templatesOf(dictionary: Dictionary): Record<string, string | StrResult> {
  return Object.fromEntries(
    Object.entries(dictionary).map(([english, words]) => [
      generateMsgId(partsOf(english), false),
      english.includes('{0}') ? template(words) : words,
    ]),
  );
}

/** What stands around the values of a sentence. */
function partsOf(sentence: string): TemplateStringsArray {
  const parts = sentence.split(/\{\d+\}/);
  return Object.assign(parts, { raw: parts });
}

/** The values of a template in another language are the numbers of those of the English one. */
function template(words: string): StrResult {
  const values = [...words.matchAll(/\{(\d+)\}/g)].map(([, number]) => Number(number));
  return { strTag: true, strings: partsOf(words), values };
}

import { msg } from '@lit/localize';
import { autotaskSentences } from './autotask-sentences.ts';
import { consoleSentences } from './console-sentences.ts';
import { remedySentences } from './remedy-sentences.ts';
import { runSentences } from './run-sentences.ts';
import type { Sentence } from './sentence.ts';

/** What went wrong, and what mends it, as the server says it. */
interface Finding {
  readonly text: string;
  readonly remedy: string;
}

const sentences: readonly Sentence[] = [...autotaskSentences, ...consoleSentences, ...remedySentences, ...runSentences];

let patterns: readonly RegExp[] | null = null;
let remedies: readonly RegExp[] | null = null;

/**
 * What the server says, in the language of the page. Its code alone doesn't tell which host, which right or how many,
 * so its sentences are recognised; one that isn't known, or of which a part isn't, stays as it is.
 */
export function serverWords(said: string): string {
  return known(said) ?? said;
}

export function findingWords({ text, remedy }: Finding): Finding {
  return { text: serverWords(text), remedy: serverWords(remedy) };
}

/** What the server says is wrong, and the remedies behind it, if it knows any. */
export function foundIn(said: string): Finding {
  remedies ??= remedySentences.map((sentence) => new RegExp(` (${sourceOf(sentence)})$`, 's'));
  for (const remedy of remedies) {
    const found = remedy.exec(said);
    if (found === null) continue;
    const before = foundIn(said.slice(0, found.index));
    return { text: before.text, remedy: [before.remedy, found[1]].filter(Boolean).join(' ') };
  }
  return { text: said, remedy: '' };
}

function known(said: string): string | null {
  return oneSentence(said) ?? severalSentences(said);
}

function oneSentence(said: string): string | null {
  patterns ??= sentences.map(patternOf);
  for (const [index, pattern] of patterns.entries()) {
    const values = pattern.exec(said)?.slice(1);
    const sentence = sentences[index];
    if (values !== undefined && sentence !== undefined) return msg(sentence(...values.map(valueWords)));
  }
  return null;
}

function severalSentences(said: string): string | null {
  for (const { index } of said.matchAll(/(?<=[.”]) /g)) {
    const first = oneSentence(said.slice(0, index));
    const rest = first === null ? null : known(said.slice(index + 1));
    if (rest !== null) return `${first} ${rest}`;
  }
  return null;
}

/** A value may be words, too: "contacts", for one. */
function valueWords(value: string): string {
  return oneSentence(value) ?? value;
}

function patternOf(sentence: Sentence): RegExp {
  return new RegExp(`^${sourceOf(sentence)}$`, 's');
}

/** Finds the values again; none reaches over the end of a sentence, save a quotation. */
function sourceOf(sentence: Sentence): string {
  const parts = sentence().strings.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return parts.reduce((before, part) => {
    const value = before.endsWith('“') ? '([^”]*)' : String.raw`((?:(?!\. ).)+?)`;
    return `${before}${value}${part}`;
  });
}

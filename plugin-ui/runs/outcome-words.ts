import type { Outcome, RunView } from '../../core/contract/index.ts';
import { importEndText } from '../text/import-end-text.ts';
import { importText } from '../text/runs-text.ts';

export interface OutcomeCount {
  readonly outcome: Outcome;
  readonly count: number;
}

const WORDS: Readonly<Record<Outcome, () => string>> = {
  created: importText.created,
  updated: importText.updated,
  unchanged: importText.unchanged,
  failed: importText.failed,
  not_attempted: importText.notAttempted,
};

const SENTENCES: Readonly<Record<Outcome, (count: number, locale: string) => string>> = {
  created: importEndText.created,
  updated: importEndText.updated,
  unchanged: importEndText.unchanged,
  failed: importEndText.failed,
  not_attempted: importEndText.notAttempted,
};

export function outcomeWords(outcome: Outcome): string {
  return WORDS[outcome]();
}

/** The same as a whole sentence, with its count. */
export function outcomeSentence({ outcome, count }: OutcomeCount, locale: string): string {
  return SENTENCES[outcome](count, locale);
}

/** How many contacts of a run ended how, in the order they are told in. */
export function outcomeCounts({ created, updated, unchanged, failed, notAttempted }: RunView): readonly OutcomeCount[] {
  return [
    { outcome: 'created', count: created },
    { outcome: 'updated', count: updated },
    { outcome: 'unchanged', count: unchanged },
    { outcome: 'failed', count: failed },
    { outcome: 'not_attempted', count: notAttempted },
  ];
}

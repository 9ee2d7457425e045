import type { Outcome, RunView } from '../../core/contract/index.ts';
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

export function outcomeWords(outcome: Outcome): string {
  return WORDS[outcome]();
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

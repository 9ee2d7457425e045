import type { RunView } from '../../core/contract/index.ts';
import { isAtRest } from '../api/run-events.ts';
import { importEndText } from '../text/import-end-text.ts';
import { importText, refreshText } from '../text/runs-text.ts';
import { findingWords } from '../text/server-words.ts';
import { outcomeCounts, outcomeSentence } from './outcome-words.ts';

/** What is announced of a run: its start, each quarter, and its end; null for what lies between. */
export function runAnnouncement(run: RunView, before: RunView | null, locale: string): string | null {
  if (isAtRest(run)) return endWords(run, locale);
  if (before?.id !== run.id) return run.kind === 'import' ? importText.started() : refreshText.started();
  return quarterOf(run) > quarterOf(before) ? progressWords(run, locale) : null;
}

/** How far a run is, in numbers. */
export function progressWords({ kind, done, total }: RunView, locale: string): string {
  if (kind === 'import') return importText.progress(done, total, locale);
  return total === 0 ? refreshText.counting(done, locale) : refreshText.progress(done, total, locale);
}

function quarterOf({ done, total }: RunView): number {
  return total === 0 ? 0 : Math.floor((done / total) * 4);
}

function endWords(run: RunView, locale: string): string {
  const end = run.kind === 'import' ? importEnd(run, locale) : refreshEnd(run, locale);
  if (run.problem === null) return end;
  const { text, remedy } = findingWords(run.problem);
  return [end, text, remedy].join(' ');
}

function refreshEnd({ state, total }: RunView, locale: string): string {
  if (state === 'done') return refreshText.finished(total, locale);
  if (state === 'held') return refreshText.held();
  return state === 'cancelled' ? refreshText.cancelled() : refreshText.failed();
}

/** How an import ended, as a heading. */
export function importTitle({ state }: RunView): string {
  if (state === 'failed') return importText.stopped();
  return state === 'cancelled' ? importText.cancelled() : importText.finished();
}

function importEnd(run: RunView, locale: string): string {
  if (run.state === 'held') return importText.held();
  const happened = outcomeCounts(run).filter(({ count }) => count > 0);
  return [importEnding(run), ...happened.map((counted) => outcomeSentence(counted, locale))].join(' ');
}

function importEnding({ state }: RunView): string {
  if (state === 'failed') return importEndText.stopped();
  return state === 'cancelled' ? importEndText.cancelled() : importEndText.finished();
}

import type { RunView } from '../../core/contract/index.ts';
import { isAtRest } from '../api/run-events.ts';
import { formatNumber } from '../shared/format.ts';
import { importText, refreshText } from '../text/runs-text.ts';
import { findingWords } from '../text/server-words.ts';

/** What is announced of a run: its start, each quarter, and its end; null for what lies between. */
export function runAnnouncement(run: RunView, before: RunView | null, locale: string): string | null {
  if (isAtRest(run)) return endWords(run, locale);
  if (before?.id !== run.id) return run.kind === 'import' ? importText.started() : refreshText.started();
  return quarterOf(run) > quarterOf(before) ? progressWords(run, locale) : null;
}

/** How far a run is, in numbers. */
export function progressWords({ kind, done, total }: RunView, locale: string): string {
  const [doneText, totalText] = [formatNumber(done, locale), formatNumber(total, locale)];
  if (kind === 'import') return importText.progress(doneText, totalText);
  return total === 0 ? refreshText.counting(doneText) : refreshText.progress(doneText, totalText);
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
  const [created = '', updated = '', unchanged = '', failed = '', notAttempted = ''] = [
    run.created,
    run.updated,
    run.unchanged,
    run.failed,
    run.notAttempted,
  ].map((count) => formatNumber(count, locale));
  return `${importTitle(run)}. ${importText.summary(created, updated, unchanged, failed, notAttempted)}`;
}

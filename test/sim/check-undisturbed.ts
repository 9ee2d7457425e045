import { isAnyTooShort } from './check-list.ts';
import { momentsOf } from './filter.ts';
import { isCredentialed, type RefreshRecord } from './refresh-record.ts';

const PAGE_SIZE = 500;
const CALLS_BESIDE_PAGES = 12;
const CALLS_WHEN_NOTHING_CHANGED = 4;
const SWEEP_EVERY_MS = 24 * 60 * 60 * 1000;

/** Says what is wrong with a refresh that nothing and nobody disturbed, beyond its list. */
export function checkUndisturbed(record: RefreshRecord): readonly string[] {
  const { run, calls } = record;
  const state = isAnyTooShort(record) ? 'held' : 'done';
  if (run.state !== state) return [`the run is ${run.state}, not ${state}: ${JSON.stringify(run.problem)}`];
  // The zone may have moved at the last call before, which is no disturbance, but has calls repeated.
  const made = calls.filter((call) => isCredentialed(call) && call.status !== 401).length;
  const allowed = allowedCalls(record);
  return made > allowed ? [`${made} calls, where ${allowed} are enough`] : [];
}

function allowedCalls(record: RefreshRecord): number {
  const { truths, calls } = record;
  if (isIncremental(calls)) {
    return isNothingNew(record) && !isSweepDue(record) ? CALLS_WHEN_NOTHING_CHANGED : Number.POSITIVE_INFINITY;
  }
  const pages = (rows: number) => Math.max(1, Math.ceil(rows / PAGE_SIZE));
  return pages(truths[1].contacts.size) + pages(truths[1].accounts.size) + CALLS_BESIDE_PAGES;
}

/** Whether a refresh asked for what has changed, and not for everything. */
export function isIncremental(calls: RefreshRecord['calls']): boolean {
  return calls.some(({ filter }) => momentsOf(filter).length > 0);
}

/** What the last refresh had no stamp of, because a fault hid it or it came in the second of its beginning, is still new. */
function isNothingNew({ isQuiet, before, after }: RefreshRecord): boolean {
  return isQuiet && JSON.stringify(before.state.watermarks) === JSON.stringify(after.state.watermarks);
}

function isSweepDue({ before, calls }: RefreshRecord): boolean {
  return (calls[0]?.startedAt ?? 0) - Date.parse(before.state.comparedAt ?? '') >= SWEEP_EVERY_MS;
}

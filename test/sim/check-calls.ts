import type { LoggedCall } from '../../host-shim/practice-autotask/practice-autotask.ts';
import type { ClientCall } from './client-calls.ts';
import { isWithinIds, momentsOf } from './filter.ts';
import { isCredentialed, type RefreshRecord } from './refresh-record.ts';

// Of either entity (autotask-api.md §5, documented).
const AT_ONCE = 3;
// How far an incremental refresh looks back behind its mark.
const OVERLAP_MS = 5 * 60 * 1000;

/** Says what is wrong with the calls of a refresh, whatever its end. */
export function checkCalls(record: RefreshRecord): readonly string[] {
  return [...crowds(record), ...strays(record), ...repeats(record), ...wideQueries(record)];
}

function crowds({ sent }: RefreshRecord): readonly string[] {
  return ['Contacts', 'Companies'].flatMap((endpoint) => {
    const most = mostAtOnce(sent.filter((call) => call.endpoint === endpoint));
    return most > AT_ONCE ? [`${most} calls to ${endpoint} at once`] : [];
  });
}

function mostAtOnce(calls: readonly ClientCall[]): number {
  const steps = calls.flatMap(({ started, ended }) => [
    { place: started, step: 1 },
    { place: ended ?? Number.POSITIVE_INFINITY, step: -1 },
  ]);
  let [open, most] = [0, 0];
  for (const { step } of steps.sort((one, other) => one.place - other.place)) {
    open += step;
    most = Math.max(most, open);
  }
  return most;
}

function strays({ sent, origin }: RefreshRecord): readonly string[] {
  return sent.flatMap((call) => (call.origin === origin ? [] : [`a call to ${call.origin}`]));
}

/** After a refusal only the zone is asked for; when it has moved, calls go on, and a second refusal is the last. */
function repeats({ sent }: RefreshRecord): readonly string[] {
  const signed = sent.filter(({ endpoint }) => endpoint !== 'zoneInformation');
  const refused = signed.filter(isRefused);
  if (refused.length > 2 * AT_ONCE) return [`${refused.length} refused calls`];
  const firstEnd = Math.min(...refused.map(({ ended }) => ended ?? Number.POSITIVE_INFINITY));
  const later = signed.filter(({ started }) => started > firstEnd);
  // A call that is answered after a refusal proves that the zone has moved.
  const hasMoved = later.some(({ status }) => status === 200);
  const again = hasMoved ? later.filter(isRefused).slice(1) : later;
  return again.length === 0 ? [] : [`${again.length} calls after a refusal`];
}

function isRefused({ status }: ClientCall): boolean {
  return status === 401;
}

/** Every query keeps to ids, and one for changes looks no further back than it has to. */
function wideQueries({ calls, before }: RefreshRecord): readonly string[] {
  const { watermarks } = before.state;
  const marks = watermarks === null ? [] : [watermarks.contacts, watermarks.accounts];
  const earliest = Math.min(...marks.map((mark) => Date.parse(mark))) - OVERLAP_MS;
  return calls.filter(isQuery).flatMap(({ route, filter }) => {
    const isTooFarBack = momentsOf(filter).some((moment) => Date.parse(moment) < earliest);
    return isWithinIds(filter) && !isTooFarBack ? [] : [`a query to ${route} for ${JSON.stringify(filter)}`];
  });
}

function isQuery(call: LoggedCall): boolean {
  return isCredentialed(call) && call.route.includes('/query');
}

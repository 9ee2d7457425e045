import type { JsonObject } from './answer.ts';

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(?<zone>Z|[+-]\d\d:\d\d)?$/i;

/** The newest of the stamps of some rows, ISO 8601 in UTC with milliseconds; null when none can be read. */
export function newestOf(rows: readonly JsonObject[], stamps: readonly string[]): string | null {
  let newest = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    for (const stamp of stamps) newest = Math.max(newest, momentOf(row[stamp]) ?? newest);
  }
  return Number.isFinite(newest) ? new Date(newest).toISOString() : null;
}

/** Without a zone it is UTC; digits of the second's fraction may be missing (autotask-api.md §4.3, seen in 4 sources). */
function momentOf(value: unknown): number | null {
  const match = typeof value === 'string' ? MOMENT.exec(value) : null;
  if (match === null) return null;
  const moment = Date.parse(match.groups?.['zone'] === undefined ? `${match[0]}Z` : match[0]);
  return Number.isNaN(moment) ? null : moment;
}

/** The time of an HTTP `Date` header, in the same form; null when there is none or it can't be read. */
export function headerMoment(header: string | null): string | null {
  const moment = header === null ? Number.NaN : Date.parse(header);
  return Number.isNaN(moment) ? null : new Date(moment).toISOString();
}

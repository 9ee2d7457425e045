import { isJsonObject, type JsonObject } from './answer.ts';
import { AutotaskFailure } from './autotask-failure.ts';
import { PAGE_SIZE } from './query.ts';
import { type WireRow, wireId } from './wire.ts';

/** A page that was checked and may be believed. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Where the next page begins; null when there is none. */
  readonly next: number | null;
}

interface PageQuestion<Row> {
  readonly wire: WireRow<Row>;
  /** The id that every row must lie beyond; null at the beginning. */
  readonly after: number | null;
  readonly zoneUrl: string;
}

/**
 * Reads the answer to a page query, and believes it only when it is whole: rows in ascending order beyond the
 * cursor, as many as it says itself, and an end that is said to be one.
 *
 * @throws AutotaskFailure, so that a doubtful answer is never taken for "no more rows"
 */
export function pageOf<Row>(json: JsonObject, { wire, after, zoneUrl }: PageQuestion<Row>): Page<Row> {
  const items = json['items'];
  if (!Array.isArray(items)) throw bad('it has no list of rows');
  const details = isJsonObject(json['pageDetails']) ? json['pageDetails'] : {};
  const count = details['count'] ?? null;
  if (count !== null && wireId(count) !== items.length) throw bad('it has another number of rows than it says');
  if (items.length > PAGE_SIZE) throw bad('it has more rows than were asked for');
  const isMoreAnnounced = announcesMore(details['nextPageUrl'], zoneUrl);

  let last = after ?? -1;
  const rows = items.map((item: unknown) => {
    const id = isJsonObject(item) ? wireId(item['id']) : null;
    const row = isJsonObject(item) ? wire.read(item) : null;
    if (id === null || row === null) throw bad('a row can not be read');
    if (id <= last) throw bad('its rows are out of order or come twice');
    last = id;
    return row;
  });
  if (rows.length === 0 && isMoreAnnounced) throw bad('it is empty and yet not the last');
  // A full page without an announcement may still have a successor (autotask-api.md §3.4, unknown): asking is safe.
  return { rows, next: isMoreAnnounced || rows.length === PAGE_SIZE ? last : null };
}

/** The address itself is not used; but one of another origin means that the answer is not Autotask's (§3.4). */
function announcesMore(nextPageUrl: unknown, zoneUrl: string): boolean {
  if (nextPageUrl === null || nextPageUrl === undefined || nextPageUrl === '') return false;
  const isOurs =
    typeof nextPageUrl === 'string' &&
    URL.canParse(nextPageUrl, zoneUrl) &&
    new URL(nextPageUrl, zoneUrl).origin === new URL(zoneUrl).origin;
  if (!isOurs) throw bad('its next page would come from elsewhere');
  return true;
}

function bad(about: string): AutotaskFailure {
  return new AutotaskFailure('bad_page', { about });
}

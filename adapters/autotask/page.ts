import { isJsonObject, type JsonObject } from './answer.ts';
import { AutotaskFailure } from './autotask-failure.ts';
import { PAGE_SIZE } from './query.ts';
import { type WireRow, wireId } from './wire.ts';

/** A page that was checked and may be believed. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Where the next page begins; null when there is none. */
  readonly next: Cursor | null;
}

/** A place in the ascending ids. */
export interface Cursor {
  /** Every row of the page must lie beyond it. */
  readonly after: number;
  /** The page before was short and yet announced more, so an empty one would be a contradiction. */
  readonly isMorePromised: boolean;
}

interface PageQuestion<Row> {
  readonly wire: WireRow<Row>;
  /** Null at the beginning. */
  readonly cursor: Cursor | null;
  readonly zoneUrl: string;
}

/**
 * Reads the answer to a page query, and believes it only when it is whole: rows in ascending order beyond the
 * cursor, as many as it says itself, and an end that is said to be one.
 *
 * @throws AutotaskFailure, so that a doubtful answer is never taken for "no more rows"
 */
export function pageOf<Row>(json: JsonObject, { wire, cursor, zoneUrl }: PageQuestion<Row>): Page<Row> {
  const items = json['items'];
  if (!Array.isArray(items)) throw bad('it has no list of rows');
  const details = isJsonObject(json['pageDetails']) ? json['pageDetails'] : {};
  const count = details['count'] ?? null;
  if (count !== null && wireId(count) !== items.length) throw bad('it has another number of rows than it says');
  if (items.length > PAGE_SIZE) throw bad('it has more rows than were asked for');
  const isMoreAnnounced = announcesMore(details['nextPageUrl'], zoneUrl);

  let last = cursor?.after ?? -1;
  const rows = items.map((item: unknown) => {
    const id = isJsonObject(item) ? wireId(item['id']) : null;
    const row = isJsonObject(item) ? wire.read(item) : null;
    if (id === null || row === null) throw bad('a row can not be read');
    if (id <= last) throw bad('its rows are out of order or come twice');
    last = id;
    return row;
  });
  if (rows.length === 0 && isMoreAnnounced) throw bad('it is empty and yet not the last');
  if (rows.length === 0 && cursor?.isMorePromised) throw bad('it is empty where more rows were announced');
  // Whether a full last page announces another is unknown (autotask-api.md §3.4 and §14.8): asking is safe.
  const isFull = rows.length === PAGE_SIZE;
  return { rows, next: isFull || isMoreAnnounced ? { after: last, isMorePromised: !isFull } : null };
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

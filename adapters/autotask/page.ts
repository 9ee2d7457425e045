import { isJsonObject, type JsonObject } from './answer.ts';
import { AutotaskFailure } from './autotask-failure.ts';
import type { IdRange } from './id-range.ts';
import { newestOf } from './moment.ts';
import { PAGE_SIZE } from './query.ts';
import { type WireRow, wireId } from './wire.ts';

/** A page that was checked and may be believed. */
export interface Page<Row> {
  /** The ids of the rows, ascending. */
  readonly ids: readonly number[];
  readonly rows: readonly Row[];
  readonly newest: string | null;
  /**
   * What comes after it. A full page may have a next one: whether a full last page announces another is unknown
   * (autotask-api.md §3.4 and §14.8), and asking is safe. A short one that announces more promises it.
   */
  readonly more: 'none' | 'perhaps' | 'promised';
}

interface PageQuestion<Row> {
  readonly wire: WireRow<Row>;
  /** Every row must lie in it. */
  readonly range: IdRange;
  /** The page before promised rows, so none would be a contradiction. */
  readonly isPromised: boolean;
  readonly zoneUrl: string;
}

/**
 * Reads the answer to a page query, and believes it only when it is whole: rows in ascending order within the range,
 * as many as it says itself, and an end that is said to be one.
 *
 * @throws AutotaskFailure, so that a doubtful answer is never taken for "no more rows"
 */
export function pageOf<Row>(json: JsonObject, { wire, range, isPromised, zoneUrl }: PageQuestion<Row>): Page<Row> {
  const items = json['items'];
  if (!Array.isArray(items)) throw bad('it has no list of rows');
  const details = isJsonObject(json['pageDetails']) ? json['pageDetails'] : {};
  const count = details['count'] ?? null;
  if (count !== null && wireId(count) !== items.length) throw bad('it has another number of rows than it says');
  if (items.length > PAGE_SIZE) throw bad('it has more rows than were asked for');
  const isMoreAnnounced = announcesMore(details['nextPageUrl'], zoneUrl);
  if (items.length === 0 && isMoreAnnounced) throw bad('it is empty and yet not the last');
  if (items.length === 0 && isPromised) throw bad('it is empty where more rows were announced');

  const jsons = items.map(rowObject);
  const ids = jsons.map((item) => wireId(item['id']) ?? unreadable());
  refuseDisorder(ids, range);
  return {
    ids,
    rows: jsons.map((item) => wire.read(item) ?? unreadable()),
    newest: newestOf(jsons, wire.stamps),
    more: items.length === PAGE_SIZE ? 'perhaps' : isMoreAnnounced ? 'promised' : 'none',
  };
}

function rowObject(item: unknown): JsonObject {
  return isJsonObject(item) ? item : unreadable();
}

function refuseDisorder(ids: readonly number[], { after, upTo }: IdRange): void {
  let last = after;
  for (const id of ids) {
    if (id <= last) throw bad('its rows are out of order or come twice');
    last = id;
  }
  if (upTo !== null && last > upTo) throw bad('it has rows that were not asked for');
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

function unreadable(): never {
  throw bad('a row can not be read');
}

function bad(about: string): AutotaskFailure {
  return new AutotaskFailure('bad_page', { about });
}

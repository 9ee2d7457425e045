import { ALL_IDS, type IdRange } from './id-range.ts';

// Ids are cut by what is known of them, never at the arithmetic middle: they come in clusters with large gaps between,
// and go beyond 32 bits.

/** How far apart so many rows in a row are. */
export interface Sample {
  readonly rows: number;
  readonly span: number;
}

// A page that spans so many times the narrowest reaches over a gap, and says nothing about the density.
const GAP_FACTOR = 50;
// Where a guess must be stretched so many times, a gap lies between.
const LARGEST_STRETCH = 4;
// A share that is off by so much is good enough.
const NEAR_SHARE = 0.1;

/** Of the ascending ids of a page; null when they are too few to tell. */
export function sampleOf(ids: readonly number[]): Sample | null {
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined || last === first) return null;
  return { rows: ids.length - 1, span: last - first };
}

/** How many ids there are to a row, gaps between clusters left aside; null when nothing is known. */
export function idsPerRow(samples: readonly Sample[]): number | null {
  const narrowest = Math.min(...samples.map(({ rows, span }) => span / rows));
  const usual = samples.filter(({ rows, span }) => span / rows <= narrowest * GAP_FACTOR);
  const rows = usual.reduce((sum, sample) => sum + sample.rows, 0);
  return rows === 0 ? null : usual.reduce((sum, sample) => sum + sample.span, 0) / rows;
}

interface Shares {
  /** About how many rows there are in the range, and how many of them shall lie below the cut. */
  readonly rows: number;
  readonly lower: number;
}

/** About where the cut would be, if the ids went on as they were. */
export function cutByDensity({ after, upTo }: IdRange, samples: readonly Sample[], { rows, lower }: Shares): number {
  const density = idsPerRow(samples);
  // The cut is the last id that was read, and none can be made there.
  if (density === null) return after;
  return Math.min(after + lower * density, cutByLength({ after, upTo }, { rows, lower }));
}

/** About where the cut would be, if the ids lay evenly up to the end. */
export function cutByLength({ after, upTo }: IdRange, { rows, lower }: Shares): number {
  return upTo === null ? Number.POSITIVE_INFINITY : after + (upTo - after) * (lower / rows);
}

/** A cut, and about how many rows lie beyond it. */
export interface Cut {
  readonly at: number;
  readonly upper: number;
}

/** What is known of the place where a number of rows lies beyond: it is between the two. */
export interface Bracket {
  readonly low: Cut;
  /** Null while no cut has turned out too high. */
  readonly high: Cut | null;
}

/** What is known after the rows beyond a cut were counted. */
export function narrowed({ low, high }: Bracket, counted: Cut, wanted: number): Bracket {
  return counted.upper < wanted ? { low, high: counted } : { low: counted, high };
}

/** Whether another cut would hardly be better. */
export function isNear({ upper }: Cut, wanted: number): boolean {
  return Math.abs(upper - wanted) <= wanted * NEAR_SHARE;
}

/** Where to look next after a guess from the start of the range; null at the edge of a gap, a good place for a cut. */
export function nextCut(bracket: Bracket, start: Cut, wanted: number): number | null {
  const { low, high } = bracket;
  if (high !== null) return between(low, high, wanted);
  const factor = (start.upper - wanted) / Math.max(1, start.upper - low.upper);
  return factor > LARGEST_STRETCH ? null : start.at + (low.at - start.at) * factor;
}

/** The cut to make when nothing more is counted: one that was counted, or one between two of them. */
export function settledCut({ low, high }: Bracket, wanted: number): Cut {
  if (high === null || isNear(low, wanted)) return low;
  return isNear(high, wanted) ? high : { at: between(low, high, wanted), upper: wanted };
}

function between(low: Cut, high: Cut, wanted: number): number {
  return low.at + (high.at - low.at) * ((low.upper - wanted) / (low.upper - high.upper));
}

/** The id of a cut, if it lies within the range. */
export function cutWithin({ after, upTo }: IdRange, at: number): number | null {
  const id = Math.floor(at);
  return Number.isSafeInteger(id) && id > after && (upTo === null || id < upTo) ? id : null;
}

/**
 * The ranges between boundaries of an earlier reading, at most so many. Whatever the boundaries are worth, the ranges
 * cover every id once.
 */
export function rangesBetween(boundaries: readonly string[], most: number): readonly IdRange[] {
  const ids = [...new Set(boundaries.filter((text) => /^\d+$/.test(text)).map(Number))]
    .filter(Number.isSafeInteger)
    .sort((one, other) => one - other);
  const parts = Math.min(most, ids.length + 1);
  const chosen = new Set(Array.from({ length: parts - 1 }, (_none, index) => atShare(index + 1, parts, ids.length)));
  const cuts = ids.filter((_id, index) => chosen.has(index));
  return [ALL_IDS.after, ...cuts].map((after, index) => ({ after, upTo: cuts[index] ?? null }));
}

/** The place of a boundary among so many that part the rows equally. */
function atShare(part: number, parts: number, length: number): number {
  return Math.round((part * (length + 1)) / parts) - 1;
}

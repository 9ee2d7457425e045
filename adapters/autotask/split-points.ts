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

/** Of the ascending ids of a page; null when they are too few to tell. */
export function sampleOf(ids: readonly number[]): Sample | null {
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined || last === first) return null;
  return { rows: ids.length - 1, span: last - first };
}

/** How many ids there are to a row, gaps between clusters left aside; at least one. */
export function idsPerRow(samples: readonly Sample[]): number {
  const narrowest = Math.min(...samples.map(({ rows, span }) => span / rows));
  const usual = samples.filter(({ rows, span }) => span / rows <= narrowest * GAP_FACTOR);
  return Math.max(1, sumOf(usual.map(({ span }) => span)) / sumOf(usual.map(({ rows }) => rows)));
}

/** How many ids there may be in a range; infinite without an end. */
export function lengthOf({ after, upTo }: IdRange): number {
  return upTo === null ? Number.POSITIVE_INFINITY : upTo - after;
}

/** Guesses put right so that they add up to what is known; one that is infinite gets what the others leave. */
export function addingUp(total: number, guesses: readonly number[]): readonly number[] {
  const rest = Math.max(0, total - sumOf(guesses.filter(Number.isFinite)));
  const finite = guesses.map((guess) => (Number.isFinite(guess) ? guess : rest));
  const factor = total / Math.max(1, sumOf(finite));
  return finite.map((guess) => guess * factor);
}

interface Cut {
  /** About how many rows there are in the range. */
  readonly rows: number;
  /** The share of them that shall lie below the cut. */
  readonly share: number;
  readonly idsPerRow: number;
}

/** The id where the cut would be, if the ids went on as they were; null when none lies within the range. */
export function cutByDensity(range: IdRange, { rows, share, idsPerRow }: Cut): number | null {
  const { after, upTo } = range;
  const id = Math.floor(after + share * Math.min(rows * idsPerRow, lengthOf(range)));
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

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

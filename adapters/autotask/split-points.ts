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
// Counted so many times fewer rows than were expected, a gap lies between.
const LARGEST_CORRECTION = 3;

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

/** About where the cut would be, when the ids go on as they were; null when nothing is known of them. */
export function guessedCut(
  { after, upTo }: IdRange,
  samples: readonly Sample[],
  { rows, lower }: Shares,
): number | null {
  const density = idsPerRow(samples);
  if (density === null) return null;
  const byDensity = after + lower * density;
  return upTo === null ? byDensity : Math.min(byDensity, after + (upTo - after) * (lower / rows));
}

/** A cut and the number of rows beyond it, guessed or counted. */
interface Cut {
  readonly at: number;
  readonly upper: number;
}

/** Moves a guessed cut, now that the rows beyond it were counted. */
export function correctedCut({ after }: IdRange, counted: Cut, { rows, lower }: Shares): Cut {
  const factor = lower / Math.max(1, rows - counted.upper);
  // Beyond a gap there is nothing to go by yet; the gap itself is a good place for a cut.
  if (factor > LARGEST_CORRECTION) return counted;
  return { at: after + (counted.at - after) * factor, upper: rows - lower };
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

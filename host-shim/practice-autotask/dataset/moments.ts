import { mix, share } from './random.ts';

const DAY = 86_400_000;

/**
 * The practice database was set up on the first and left alone after the second day; edits bring
 * the clock's own time.
 */
export const firstDay = Date.UTC(2013, 1, 4);
export const lastDay = Date.UTC(2026, 9, 30);

/**
 * Moves a moment into office hours and gives it the milliseconds of an SQL Server `datetime`, which
 * end in 0, 3 or 7.
 */
export function officeHours(moment: number, hash: number): number {
  const secondOfDay = 7 * 3600 + (mix(hash, 1, 11) % (11 * 3600));
  return Math.floor(moment / DAY) * DAY + secondOfDay * 1000 + sqlServerMilliseconds(hash);
}

/** Rows that came by an import carry whole seconds. */
function sqlServerMilliseconds(hash: number): number {
  if (share(mix(hash, 2, 11)) < 0.15) return 0;
  const ending = [0, 3, 7][mix(hash, 3, 11) % 3] ?? 0;
  return (mix(hash, 4, 11) % 100) * 10 + ending;
}

export type DateSpelling = 'mixed' | 'with_z' | 'without_z';

/**
 * Autotask's spelling of a moment: zero to three digits of a second, because .NET drops trailing
 * zeros, and a `Z` that older answers leave out (autotask-api.md §4.3, seen in 4 sources).
 */
export function wireDate(moment: number, row: number, spelling: DateSpelling): string {
  const day = Math.floor(moment / DAY);
  const time = moment - day * DAY;
  const second = Math.floor(time / 1000);
  const clock = `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
  const end = hasZ(row, spelling) ? 'Z' : '';
  return `${dayText(day)}T${clock}${fractionText(time % 1000)}${end}`;
}

const twoDigits = Array.from({ length: 100 }, (_none, number) => String(number).padStart(2, '0'));

function two(number: number): string {
  return twoDigits[number] ?? String(number);
}

function fractionText(milliseconds: number): string {
  if (milliseconds === 0) return '';
  if (milliseconds % 100 === 0) return `.${milliseconds / 100}`;
  if (milliseconds % 10 === 0) return `.${two(milliseconds / 10)}`;
  return `.${String(milliseconds).padStart(3, '0')}`;
}

/** A page of rows holds a thousand dates, but the whole database knows only some thousand days. */
const dayTexts = new Map<number, string>();

function dayText(day: number): string {
  const known = dayTexts.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * DAY).toISOString().slice(0, 10);
  if (dayTexts.size < 20_000) dayTexts.set(day, text);
  return text;
}

function hasZ(row: number, spelling: DateSpelling): boolean {
  if (spelling === 'mixed') return mix(row, 5, 11) % 25 !== 0;
  return spelling === 'with_z';
}

/**
 * Reads a date as Autotask does: without a zone it is UTC (autotask-api.md §4.3). `NaN` when it is
 * none.
 */
export function readDate(text: string): number {
  const hasZone = /(Z|[+-]\d\d:?\d\d)$/i.test(text);
  const hasTime = text.includes('T') || text.includes(':');
  return Date.parse(hasZone || !hasTime ? text : `${text}Z`);
}

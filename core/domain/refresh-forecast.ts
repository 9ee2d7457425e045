import type { RefreshMode } from './run.ts';

/** What the next refresh will ask of Autotask and what is left of the hour: calls, of which all programs share the limit. */
export interface RefreshForecast {
  /** What the next refresh will be when it is left the choice. */
  readonly mode: RefreshMode;
  /** About how many calls it will take. */
  readonly calls: number;
  /** About how many calls it would take to get everything anew. */
  readonly callsInFull: number;
  readonly limit: number;
  readonly usedThisHour: number;
  /** How many of them were made by this plugin for this provider. */
  readonly usedByUs: number;
  readonly usedByOthers: number;
  readonly remainingThisHour: number;
}

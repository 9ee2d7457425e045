import type { RefreshMode } from '../domain/run.ts';

export type { RefreshMode };

/** The body of `POST /api/refreshes`; without a mode the refresh is incremental when it can be. */
export interface RefreshBody {
  readonly mode?: RefreshMode;
}

/** The answer of `GET /api/refreshes/forecast`: calls to Autotask, of which all programs share the hour's limit. */
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

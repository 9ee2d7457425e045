import type { RefreshForecast } from '../domain/refresh-forecast.ts';
import type { RefreshMode } from '../domain/run.ts';

/** The answer of `GET /api/refreshes/forecast`. */
export type { RefreshForecast, RefreshMode };

/** The body of `POST /api/refreshes`; without a mode the refresh is incremental when it can be. */
export interface RefreshBody {
  readonly mode?: RefreshMode;
}

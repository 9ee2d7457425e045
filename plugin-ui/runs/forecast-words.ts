import type { RefreshForecast } from '../../core/contract/index.ts';
import { forecastText } from '../text/forecast-text.ts';

/** From here on Autotask answers each call a second later (autotask-api.md §5, documented). */
const TIGHT_SHARE = 0.75;

/** A forecast in a line, and whether it is a warning. */
export interface ForecastWords {
  readonly tone: 'quiet' | 'warning';
  readonly sentences: readonly string[];
}

export function forecastWords(forecast: RefreshForecast, locale: string): ForecastWords {
  const warning = warningOf(forecast);
  const sentences = [forecastText.next(forecast.calls, locale), ...inFull(forecast, locale), left(forecast, locale)];
  return warning === null ? { tone: 'quiet', sentences } : { tone: 'warning', sentences: [...sentences, warning] };
}

function warningOf({ calls, remainingThisHour, usedThisHour, limit }: RefreshForecast): string | null {
  if (calls > remainingThisHour) return forecastText.tooFew();
  return usedThisHour >= limit * TIGHT_SHARE ? forecastText.fewLeft() : null;
}

function inFull({ mode, callsInFull }: RefreshForecast, locale: string): readonly string[] {
  return mode === 'full' ? [] : [forecastText.inFull(callsInFull, locale)];
}

function left({ remainingThisHour, limit, usedByOthers }: RefreshForecast, locale: string): string {
  return usedByOthers === 0
    ? forecastText.left(remainingThisHour, limit, locale)
    : forecastText.leftBesideOthers(remainingThisHour, limit, usedByOthers, locale);
}

import type { RefreshForecast } from '../../core/contract/index.ts';
import { problemOf } from '../api/api-problem.ts';
import type { PluginApi } from '../api/plugin-api.ts';

interface RefreshOutlookParts {
  readonly api: () => PluginApi;
  readonly changed: () => void;
}

/** Who has just saved or read most likely goes on at once, and the question must not stand in the way. */
const CALM_MS = 500;

/** The forecast of the next refresh, as far as it is known; nobody needs it, so a failure shows nothing. */
export class RefreshOutlook {
  forecast: RefreshForecast | null = null;

  readonly #parts: RefreshOutlookParts;
  #question = 0;

  constructor(parts: RefreshOutlookParts) {
    this.#parts = parts;
  }

  async load(): Promise<void> {
    this.#question += 1;
    const question = this.#question;
    await new Promise((resolve) => setTimeout(resolve, CALM_MS));
    if (question !== this.#question) return;
    const forecast = await this.#read();
    if (question === this.#question) this.#show(forecast);
  }

  /** What was to be asked is asked anew when the refresh that begins has come to rest. */
  callOff(): void {
    this.#question += 1;
  }

  /** Nothing is to be said for now, not even what is on its way. */
  clear(): void {
    this.#question += 1;
    this.#show(null);
  }

  async #read(): Promise<RefreshForecast | null> {
    try {
      return await this.#parts.api().forecast();
    } catch (error) {
      problemOf(error);
      return null;
    }
  }

  #show(forecast: RefreshForecast | null): void {
    this.forecast = forecast;
    this.#parts.changed();
  }
}

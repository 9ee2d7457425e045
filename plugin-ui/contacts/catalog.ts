import type { DestinationView, PackageView } from '../../core/contract/index.ts';
import { type ApiProblem, problemOf } from '../api/api-problem.ts';
import type { PluginApi } from '../api/plugin-api.ts';
import { destinationChoices, packageChoices } from './choices.ts';

interface CatalogParts {
  readonly api: () => PluginApi;
  readonly locale: () => string;
  readonly changed: () => void;
}

/** What the drop-downs offer. */
export class Catalog {
  destinations: readonly DestinationView[] = [];
  packages: readonly PackageView[] = [];
  isLoaded = false;
  problem: ApiProblem | null = null;

  readonly #parts: CatalogParts;

  constructor(parts: CatalogParts) {
    this.#parts = parts;
  }

  async load(): Promise<void> {
    const api = this.#parts.api();
    try {
      [this.destinations, this.packages] = await Promise.all([api.destinations(), api.packages()]);
      this.problem = null;
      this.isLoaded = true;
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.#parts.changed();
  }

  readonly destinationName = (id: string): string =>
    destinationChoices(this.destinations, this.#parts.locale()).named(id).label;

  readonly packageName = (id: string): string => packageChoices(this.packages, this.#parts.locale()).named(id).label;
}

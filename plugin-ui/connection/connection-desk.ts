import type { ConnectionView, SaveConnectionBody } from '../../core/contract/index.ts';
import { type ApiProblem, problemOf } from '../api/api-problem.ts';
import type { PluginApi } from '../api/plugin-api.ts';
import type { ConnectionActivity } from './atc-connection-form.ts';

interface ConnectionDeskParts {
  readonly api: () => PluginApi;
  readonly changed: () => void;
}

/** The connection as the page knows it, and what is being done with it. */
export class ConnectionDesk {
  connection: ConnectionView | null = null;
  activity: ConnectionActivity = null;
  /** Why it could not be read. */
  loadProblem: ApiProblem | null = null;
  /** Why it could not be saved or tested. */
  problem: ApiProblem | null = null;

  readonly #parts: ConnectionDeskParts;

  constructor(parts: ConnectionDeskParts) {
    this.#parts = parts;
  }

  async load(): Promise<void> {
    try {
      this.connection = await this.#parts.api().connection();
      this.loadProblem = null;
    } catch (error) {
      this.loadProblem = problemOf(error);
    }
    this.#parts.changed();
  }

  save(credentials: SaveConnectionBody): Promise<ApiProblem | null> {
    return this.#act('saving', () => this.#parts.api().saveConnection(credentials));
  }

  test(): Promise<ApiProblem | null> {
    return this.#act('testing', () => this.#parts.api().testConnection());
  }

  async #act(activity: ConnectionActivity, act: () => Promise<ConnectionView>): Promise<ApiProblem | null> {
    this.activity = activity;
    this.problem = null;
    this.#parts.changed();
    try {
      this.connection = await act();
      this.loadProblem = null;
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.activity = null;
    this.#parts.changed();
    return this.problem;
  }
}

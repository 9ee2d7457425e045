import type { ConnectionView, SaveConnectionBody } from '../../core/contract/index.ts';
import { type ApiProblem, problemOf } from '../api/api-problem.ts';
import type { PluginApi } from '../api/plugin-api.ts';
import { connectionText } from '../text/connection-text.ts';
import { problemSentence } from '../text/problem-text.ts';
import type { ConnectionActivity } from './atc-connection-form.ts';
import { connectionSentences } from './connection-words.ts';

interface ConnectionDeskParts {
  readonly api: () => PluginApi;
  readonly changed: () => void;
  readonly announce: (text: string) => void;
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

  async save(credentials: SaveConnectionBody): Promise<void> {
    await this.#act('saving', () => this.#parts.api().saveConnection(credentials));
    this.#announce(connectionText.saved(), connectionText.notSaved());
  }

  async test(): Promise<void> {
    await this.#act('testing', () => this.#parts.api().testConnection());
    this.#announce(connectionText.tested(), connectionText.notTested());
  }

  async #act(activity: ConnectionActivity, act: () => Promise<ConnectionView>): Promise<void> {
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
  }

  #announce(done: string, undone: string): void {
    const { announce } = this.#parts;
    if (this.problem !== null) announce(`${undone} ${problemSentence(this.problem)}`);
    else if (this.connection !== null) announce(`${done} ${connectionSentences(this.connection)}`);
  }
}

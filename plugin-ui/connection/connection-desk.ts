import type { ConnectionView, SaveConnectionBody } from '../../core/contract/index.ts';
import { type ApiProblem, problemOf } from '../api/api-problem.ts';
import type { PluginApi } from '../api/plugin-api.ts';
import { connectionText } from '../text/connection-text.ts';
import { problemSentence } from '../text/problem-text.ts';
import type { ConnectionActivity } from './connection-activity.ts';
import { connectionSentences } from './connection-words.ts';

interface ConnectionDeskParts {
  readonly api: () => PluginApi;
  readonly changed: () => void;
  readonly announce: (text: string) => void;
  /** The credentials were saved, tested or forgotten, or that was refused. */
  readonly acted: () => Promise<void>;
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
      this.#show(await this.#parts.api().connection());
    } catch (error) {
      this.loadProblem = problemOf(error);
    }
    this.#parts.changed();
  }

  async save(credentials: SaveConnectionBody): Promise<void> {
    await this.#act('saving', async () => this.#show(await this.#parts.api().saveConnection(credentials)));
    this.#announceState(connectionText.saved(), connectionText.notSaved());
    await this.#parts.acted();
  }

  async test(): Promise<void> {
    await this.#act('testing', async () => this.#show(await this.#parts.api().testConnection()));
    this.#announceState(connectionText.tested(), connectionText.notTested());
    await this.#parts.acted();
  }

  async forget(): Promise<void> {
    await this.#act('forgetting', async () => {
      await this.#parts.api().forgetConnection();
      await this.load();
    });
    this.#announce(connectionText.forgotten(), connectionText.notForgotten());
    await this.#parts.acted();
  }

  #show(connection: ConnectionView): void {
    this.connection = connection;
    this.loadProblem = null;
  }

  async #act(activity: ConnectionActivity, act: () => Promise<void>): Promise<void> {
    this.activity = activity;
    this.problem = null;
    this.#parts.changed();
    try {
      await act();
    } catch (error) {
      this.problem = problemOf(error);
      // Somebody has forgotten it elsewhere.
      if (this.problem.code === 'not_connected') await this.load();
    }
    this.activity = null;
    this.#parts.changed();
  }

  #announceState(done: string, undone: string): void {
    this.#announce(this.connection === null ? done : `${done} ${connectionSentences(this.connection)}`, undone);
  }

  #announce(done: string, undone: string): void {
    this.#parts.announce(this.problem === null ? done : `${undone} ${problemSentence(this.problem)}`);
  }
}

import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';

/** After a day one signs in again. */
export const SIGN_IN_SECONDS = 24 * 60 * 60;

/** The sign-ins that hold, known to every node. */
export class SignInStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Answers the new sign-in's id; those that have run out are cleared away. */
  async add(administratorId: string): Promise<string> {
    const id = randomBytes(24).toString('base64url');
    const now = Date.now();
    await this.#knex('console_sign_in').where('expires_at', '<', new Date(now).toISOString()).delete();
    await this.#knex('console_sign_in').insert({
      id,
      administrator_id: administratorId,
      expires_at: new Date(now + SIGN_IN_SECONDS * 1000).toISOString(),
    });
    return id;
  }

  async has(id: string): Promise<boolean> {
    const rows: readonly unknown[] = await this.#knex('console_sign_in').where({ id }).select('id');
    return rows.length > 0;
  }

  async remove(id: string): Promise<void> {
    await this.#knex('console_sign_in').where({ id }).delete();
  }
}

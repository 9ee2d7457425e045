import type { IncomingHttpHeaders } from 'node:http';
import { practiceCredentials } from '../credentials.ts';
import type { PracticeSwitches } from '../switches.ts';

export type LoginResult = 'granted' | 'refused' | 'locked' | 'wrong_code';

/**
 * The API user and its lock, which only an administrator opens again (autotask-api.md §2.3,
 * documented).
 */
export class ApiUser {
  #failures = 0;
  #isLocked = false;

  get isLocked(): boolean {
    return this.#isLocked;
  }

  lock(): void {
    this.#isLocked = true;
  }

  unlock(): void {
    this.#isLocked = false;
    this.#failures = 0;
  }

  logIn(headers: IncomingHttpHeaders, switches: PracticeSwitches): LoginResult {
    const { secret, integrationCode } = practiceCredentials;
    if (!knowsUser(headers['username'])) return 'refused';
    if (headers['secret'] !== secret) return this.#fail(switches.lockAfterFailures);
    if (this.#isLocked || !switches.userIsActive) return 'locked';
    this.#failures = 0;
    return headers['apiintegrationcode'] === integrationCode ? 'granted' : 'wrong_code';
  }

  #fail(limit: number | null): LoginResult {
    this.#failures += 1;
    if (limit !== null && this.#failures >= limit) this.#isLocked = true;
    return 'refused';
  }
}

/** Whether a name given in a zone look-up or a login is the API user's. */
export function knowsUser(name: string | string[] | null | undefined): boolean {
  return typeof name === 'string' && name.toLowerCase() === practiceCredentials.username.toLowerCase();
}

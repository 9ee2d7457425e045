import { randomBytes } from 'node:crypto';

/** Bearer tokens and when they end. There is no refreshing one (mbs.md §3.1, documented). */
export class Tokens {
  readonly #ends = new Map<string, number>();

  issue(endsAt: number): string {
    const token = randomBytes(48).toString('base64url');
    this.#ends.set(token, endsAt);
    return token;
  }

  isGood(token: string, now: number): boolean {
    return (this.#ends.get(token) ?? 0) > now;
  }

  expireAll(): void {
    this.#ends.clear();
  }
}

/**
 * Finds up to when an entity's changes have been read. Stamps are ISO 8601 in UTC with milliseconds, so that their order
 * as texts is their order in time.
 */
export class NewestStamp {
  #newest: string | null = null;

  add(stamp: string | null): void {
    if (stamp !== null && (this.#newest === null || stamp > this.#newest)) this.#newest = stamp;
  }

  isAfter(mark: string): boolean {
    return this.#newest !== null && this.#newest > mark;
  }

  /**
   * What changes while it is read may have been passed already, so the mark is never later than the beginning; nor is it
   * later than the newest stamp that was seen, because the server's clock need not be the one that makes the stamps.
   */
  mark(begunAt: string): string | null {
    return this.#newest === null || this.#newest < begunAt ? this.#newest : begunAt;
  }
}

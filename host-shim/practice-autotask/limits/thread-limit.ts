/**
 * Counts the calls at work per entity; all integrations here share one integration code
 * (autotask-api.md §5). A thread is given back for a moment a little later.
 */
export class ThreadLimit {
  readonly #busy = new Map<string, number>();
  readonly #freeAt = new Map<string, readonly number[]>();

  /** Takes a thread, unless all are taken; moments are milliseconds of a clock that only goes on. */
  take(entity: string, { limit, at }: { readonly limit: number; readonly at: number }): boolean {
    const notYetFree = (this.#freeAt.get(entity) ?? []).filter((moment) => moment > at);
    this.#freeAt.set(entity, notYetFree);
    const busy = this.#busy.get(entity) ?? 0;
    if (busy + notYetFree.length >= limit) return false;
    this.#busy.set(entity, busy + 1);
    return true;
  }

  give(entity: string, freeAt: number): void {
    this.#busy.set(entity, (this.#busy.get(entity) ?? 1) - 1);
    this.#freeAt.set(entity, [...(this.#freeAt.get(entity) ?? []), freeAt]);
  }
}

/**
 * Counts the calls at work per entity; all integrations here share one integration code
 * (autotask-api.md §5).
 */
export class ThreadLimit {
  readonly #busy = new Map<string, number>();

  /** Takes a thread, unless all are taken. */
  take(entity: string, limit: number): boolean {
    const busy = this.#busy.get(entity) ?? 0;
    if (busy >= limit) return false;
    this.#busy.set(entity, busy + 1);
    return true;
  }

  give(entity: string): void {
    this.#busy.set(entity, (this.#busy.get(entity) ?? 1) - 1);
  }
}

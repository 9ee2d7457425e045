import type { PackageId, UserId } from '../../core/domain/ids.ts';

/** Does things with the same key one after another, in the order in which they came. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  async run<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const turn = before.then(work, work);
    this.#last.set(key, turn);
    try {
      return await turn;
    } finally {
      if (this.#last.get(key) === turn) this.#last.delete(key);
    }
  }
}

/** What everybody who changes a user waits for. */
export function turnOfUser(id: UserId): string {
  return `user ${id}`;
}

/** The same for a package. */
export function turnOfPackage(id: PackageId): string {
  return `package ${id}`;
}

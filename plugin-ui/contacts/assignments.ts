import type { ContactItem } from '../../core/contract/index.ts';
import { type ApiProblem, problemOf } from '../api/api-problem.ts';

/** What is chosen for a contact; null clears, left out leaves. */
export interface AssignmentChange {
  readonly destinationId?: string | null;
  readonly packageId?: string | null;
}

interface PendingChange {
  readonly change: AssignmentChange;
  /** The turn at which the server had it; null while it is on its way. */
  savedAt: number | null;
}

/**
 * Choices that the list shows before the server's answer. One that is refused is taken back, with the reason at the row;
 * one that was saved stays until a list read after it arrives, so that an older answer can't bring the old value back.
 */
export class Assignments {
  readonly #save: (id: string, change: AssignmentChange) => Promise<unknown>;
  readonly #pending = new Map<string, PendingChange[]>();
  readonly #problems = new Map<string, ApiProblem>();
  readonly #chains = new Map<string, Promise<unknown>>();
  /** The last choice for many contacts, and all that came before it. */
  #many: Promise<unknown> = Promise.resolve();
  #turn = 0;

  constructor(save: (id: string, change: AssignmentChange) => Promise<unknown>) {
    this.#save = save;
  }

  /** Saves a choice after those made before for the same contact; answers what went wrong, if anything. */
  async assign(id: string, change: AssignmentChange): Promise<ApiProblem | null> {
    const pending: PendingChange = { change, savedAt: null };
    this.#problems.delete(id);
    this.#pending.set(id, [...(this.#pending.get(id) ?? []), pending]);
    const before = this.#chains.get(id) ?? this.#many;
    const saved = before.then(() => this.#save(id, change));
    const settled = saved.catch(() => undefined);
    this.#chains.set(id, settled);
    try {
      await saved;
      pending.savedAt = this.#turn;
      return null;
    } catch (error) {
      const problem = problemOf(error);
      this.#drop(id, (other) => other === pending);
      this.#problems.set(id, problem);
      return problem;
    } finally {
      if (this.#chains.get(id) === settled) this.#chains.delete(id);
    }
  }

  /** Saves a choice for many contacts, after those made before for any of them and before those that come later. */
  async assignMany<Answer>(save: () => Promise<Answer>): Promise<Answer> {
    const saved = Promise.all([...this.#chains.values(), this.#many]).then(save);
    this.#many = saved.catch(() => undefined);
    this.#chains.clear();
    const answer = await saved;
    // What was refused in a row before is not what stands there now.
    this.#problems.clear();
    return answer;
  }

  /** The contact as it is to be shown. */
  shown(item: ContactItem): ContactItem {
    const pending = this.#pending.get(item.id);
    if (pending === undefined) return item;
    return pending.reduce((shown, { change }) => ({ ...shown, ...change }), item);
  }

  problemAt(id: string): ApiProblem | null {
    return this.#problems.get(id) ?? null;
  }

  /** A read of the list begins; hand the answer's turn to {@link arrived}. */
  beginRead(): number {
    this.#turn += 1;
    return this.#turn;
  }

  /** Contacts that a read brought: what was saved before it began is in them. */
  arrived(items: readonly ContactItem[], turn: number): void {
    for (const { id } of items) {
      this.#drop(id, ({ savedAt }) => savedAt !== null && savedAt < turn);
    }
  }

  #drop(id: string, isOver: (pending: PendingChange) => boolean): void {
    const pending = this.#pending.get(id);
    if (pending === undefined) return;
    const left = pending.filter((change) => !isOver(change));
    if (left.length === 0) this.#pending.delete(id);
    else this.#pending.set(id, left);
  }
}

import type { Clock } from '../../core/ports/clock.ts';
import { settled } from './settled.ts';

interface Task {
  readonly at: number;
  readonly order: number;
  run(): void;
}

/** A clock that stands still until a test moves it; what was planned on it runs in due order as it passes by. */
export class VirtualClock implements Clock {
  #now: number;
  #planned = 0;
  readonly #tasks = new Set<Task>();

  constructor(start = '2026-11-24T09:00:00.000Z') {
    this.#now = Date.parse(start);
  }

  now(): Date {
    return new Date(this.#now);
  }

  /** Plans a task, and answers how to call it off. */
  after(milliseconds: number, run: () => void): () => void {
    this.#planned += 1;
    const task = { at: this.#now + milliseconds, order: this.#planned, run };
    this.#tasks.add(task);
    return () => this.#tasks.delete(task);
  }

  /** How many tasks wait for their time. */
  get waiting(): number {
    return this.#tasks.size;
  }

  /** Lets time pass; what the tasks start has come to rest when it returns. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settled();
    for (let task = this.#next(end); task !== undefined; task = this.#next(end)) {
      this.#tasks.delete(task);
      this.#now = Math.max(this.#now, task.at);
      task.run();
      await settled();
    }
    this.#now = end;
  }

  #next(end: number): Task | undefined {
    return [...this.#tasks]
      .filter((task) => task.at <= end)
      .sort((one, other) => one.at - other.at || one.order - other.order)
      .at(0);
  }
}

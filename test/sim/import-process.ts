import type { Scheduler } from '../../adapters/jobs/scheduler.ts';
import type { ImportSchedule } from './import-schedule.ts';

/** A process of a node: it can die at any moment, or stand still for a while and then go on as if nothing had been. */
export class ImportProcess implements Scheduler {
  readonly #schedule: ImportSchedule;
  readonly #onCrash: () => void;
  #wakesAt = 0;

  constructor(schedule: ImportSchedule, onCrash: () => void) {
    this.#schedule = schedule;
    this.#onCrash = onCrash;
  }

  get isDead(): boolean {
    return this.#wakesAt === Number.POSITIVE_INFINITY;
  }

  /** Nothing of the process goes on from here. */
  async crash(): Promise<never> {
    if (!this.isDead) this.#onCrash();
    this.#wakesAt = Number.POSITIVE_INFINITY;
    return new Promise<never>(() => {});
  }

  freeze(milliseconds: number): void {
    this.#wakesAt = Math.max(this.#wakesAt, this.#schedule.now().getTime() + milliseconds);
  }

  after(milliseconds: number, run: () => void): () => void {
    return this.#schedule.plan(milliseconds, run, { isCall: false, notBefore: () => this.#wakesAt });
  }

  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.#schedule.plan(milliseconds, resolve, { isCall: true, notBefore: () => this.#wakesAt });
    });
  }
}

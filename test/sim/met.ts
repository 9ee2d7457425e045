import type { Run } from '../../core/domain/run.ts';
import { faultNames, type LoggedCall } from '../../host-shim/practice-autotask/practice-autotask.ts';
import { isIncremental } from './check-undisturbed.ts';

const EXTENTS = ['whole', 'incremental'] as const;
const STATES = ['done', 'held', 'failed'] as const;

/** What the stories are about: each fault has struck, and refreshes of both kinds have ended in every way. */
const ALL_THERE_IS: readonly string[] = [
  ...faultNames,
  ...EXTENTS.flatMap((extent) => STATES.map((state) => `${extent} ${state}`)),
];

/** Collects what refreshes have met, because stories in which nothing happens would pass. */
export class Met {
  readonly #met = new Set<string>();

  note({ state }: Run, calls: readonly LoggedCall[]): void {
    for (const { fault } of calls) if (fault !== null) this.#met.add(fault);
    this.#met.add(`${isIncremental(calls) ? 'incremental' : 'whole'} ${state}`);
  }

  /** What of all there is has not been met. */
  get missing(): readonly string[] {
    return ALL_THERE_IS.filter((name) => !this.#met.has(name));
  }
}

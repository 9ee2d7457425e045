import type { CancelSignal } from './cancel-signal.ts';
import type { ClaimedRun } from './run-store.ts';

/** The reason of a job's signal when somebody asked to cancel the run; any other reason means: give it back. */
export class CancelRequested extends Error {
  override readonly name = 'CancelRequested';
}

/** Sees to it that every run that is written down is worked on, by one worker at a time, somewhere. */
export interface JobQueue {
  /** Takes up work, unfinished runs of an earlier process included. The signal says: give the run back. */
  start(work: (claimed: ClaimedRun, signal: CancelSignal) => Promise<void>): Promise<void>;
  /** Tells that a run was written down, so that it need not wait for the next look. */
  wake(): void;
  /** Stops taking up work, waits until what is under way has been given back, and can be repeated. */
  stop(): Promise<void>;
}

import type { CancelSignal } from '../../core/ports/cancel-signal.ts';
import { isPluginError, RunLost } from '../../core/ports/errors.ts';
import { CancelRequested } from '../../core/ports/job-queue.ts';
import type { Log } from '../../core/ports/log.ts';
import type { ClaimedRun, RunStore } from '../../core/ports/run-store.ts';
import type { Scheduler } from './scheduler.ts';

export type Work = (claimed: ClaimedRun, signal: CancelSignal) => Promise<void>;

export interface HeldRunOptions {
  readonly runs: Pick<RunStore, 'renew' | 'release'>;
  readonly log: Log;
  readonly scheduler: Scheduler;
  readonly leaseMs: number;
  readonly beatMs: number;
  readonly turnMs: number;
}

/**
 * A run in this worker's hands: keeps its lease alive while it is worked on, and raises the signal when the work
 * has to end.
 *
 * The signal's reason is {@link CancelRequested} when a person asked for the end, {@link RunLost} when the lease
 * is another worker's or could not be kept, and anything else when the run is to be given back.
 */
export class HeldRun {
  readonly #claimed: ClaimedRun;
  readonly #options: HeldRunOptions;
  readonly #fields: object;
  readonly #controller = new AbortController();
  #isOver = false;
  #isTurnOver = false;
  #isMakingWay = false;
  #callOffBeat = () => {};
  #callOffExpiry = () => {};

  constructor(claimed: ClaimedRun, options: HeldRunOptions) {
    this.#claimed = claimed;
    this.#options = options;
    this.#fields = { runId: claimed.run.id, kind: claimed.run.kind, tenantId: claimed.run.tenantId };
  }

  /** Works on the run and gives it back if it has to; never fails. */
  async work(work: Work): Promise<void> {
    this.#planExpiry();
    const callOffTurn = this.#planTurn();
    // Before anything else: somebody may have asked to cancel the run while no worker had it.
    await this.#beat();
    const { signal } = this.#controller;
    try {
      if (!(signal.reason instanceof CancelRequested)) signal.throwIfAborted();
      await work(this.#claimed, signal);
    } catch (error) {
      await this.#settle(error);
    }
    this.#isOver = true;
    this.#callOffBeat();
    this.#callOffExpiry();
    callOffTurn();
  }

  /** Asks for the run to be given back. */
  giveBack(): void {
    this.#controller.abort(new Error('The run is given back; it goes on later or elsewhere.'));
  }

  /**
   * Whether the run has been worked on for long enough to wait for others now. A refresh never has: it would have to
   * begin again, while what an import has done stays done.
   */
  get canMakeWay(): boolean {
    return this.#isTurnOver && this.#claimed.run.kind === 'import' && !this.#isMakingWay;
  }

  /** Asks for the run to be given back because another one waits. */
  makeWay(): void {
    this.#isMakingWay = true;
    this.giveBack();
  }

  get isMakingWay(): boolean {
    return this.#isMakingWay;
  }

  async #settle(error: unknown): Promise<void> {
    const { runs, log } = this.#options;
    const { signal } = this.#controller;
    const reason: unknown = signal.reason;
    const isToBeGivenBack = signal.aborted && !(reason instanceof CancelRequested);
    if (!isToBeGivenBack && !isLost(error)) {
      // It stays this worker's until the lease runs out, so that a run that always fails is not tried all the time.
      log.error({ ...this.#fields, stack: stackOf(error) }, 'run broke off; it is taken up again later');
      return;
    }
    try {
      await runs.release(this.#claimed);
      log.info(this.#fields, 'run given back');
    } catch (failure) {
      if (isLost(failure)) log.warn(this.#fields, 'run lost to another worker');
      else log.warn({ ...this.#fields, stack: stackOf(failure) }, 'run could not be given back');
    }
  }

  #planBeat(): void {
    this.#callOffBeat = this.#options.scheduler.after(this.#options.beatMs, () => void this.#beat());
  }

  #planTurn(): () => void {
    return this.#options.scheduler.after(this.#options.turnMs, () => {
      this.#isTurnOver = true;
    });
  }

  /** One beat earlier than the lease: what was written last must not meet another worker's writing. */
  #planExpiry(): () => void {
    const { scheduler, leaseMs, beatMs } = this.#options;
    const callOff = scheduler.after(leaseMs - beatMs, () => {
      this.#controller.abort(new RunLost('The lease of the run could not be kept.'));
    });
    this.#callOffExpiry = callOff;
    return callOff;
  }

  async #beat(): Promise<void> {
    const callOffPresent = this.#callOffExpiry;
    const { runs, log, leaseMs } = this.#options;
    try {
      const { isCancelRequested } = await runs.renew(this.#claimed, { leaseMs });
      callOffPresent();
      if (this.#isOver) return;
      this.#planExpiry();
      if (isCancelRequested) this.#controller.abort(new CancelRequested('Somebody asked to cancel the run.'));
    } catch (error) {
      if (this.#isOver) return;
      if (isLost(error)) {
        this.#controller.abort(error);
        return;
      }
      log.warn({ ...this.#fields, stack: stackOf(error) }, 'the lease of a run could not be renewed; trying again');
    }
    this.#planBeat();
  }
}

function isLost(error: unknown): boolean {
  return isPluginError(error) && error.code === 'run_lost';
}

/** Message and stack alone: a driver's error may carry a row's values beside them. */
function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

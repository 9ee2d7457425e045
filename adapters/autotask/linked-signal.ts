import { setMaxListeners } from 'node:events';
import type { CancelSignal } from '../../core/ports/cancel-signal.ts';

/** A signal of one operation's own: aborted with the caller's, or by the operation itself. */
export interface LinkedSignal {
  readonly signal: AbortSignal;
  /** Ends what is still under way, and lets go of the caller's signal. */
  release(): void;
}

export function linkedSignal(outer: CancelSignal): LinkedSignal {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal); // Every call in flight listens; Node warns from 11 on.
  const abort = () => controller.abort(outer.reason);
  if (outer.aborted) abort();
  outer.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    release() {
      outer.removeEventListener('abort', abort);
      controller.abort();
    },
  };
}

import { setTimeout } from 'node:timers/promises';

/** Waits, unless the signal ends it. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<void>;

export const pause: Pause = async (ms, signal) => {
  try {
    await setTimeout(ms, undefined, { signal });
  } catch (error) {
    signal.throwIfAborted(); // With the signal's own reason instead of the timer's error.
    throw error;
  }
};

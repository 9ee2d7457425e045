import { setTimeout } from 'node:timers/promises';

/** Waits so many milliseconds. */
export type Pause = (ms: number) => Promise<void>;

export const pause: Pause = (ms) => setTimeout(ms);

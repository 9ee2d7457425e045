import type { Scheduler } from './scheduler.ts';

/** The process's own timers; none of them keeps the process alive. */
export const timerScheduler: Scheduler = {
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

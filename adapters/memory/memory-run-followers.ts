import type { CancelSignal } from '../../core/ports/cancel-signal.ts';

/** Those who wait for any run to change. */
export class MemoryRunFollowers {
  readonly #waiting = new Set<() => void>();

  wake(): void {
    for (const wake of this.#waiting) wake();
  }

  /** Resolves at the next change, or at the signal. */
  nextChange(signal: CancelSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake, { once: true });
    });
  }
}

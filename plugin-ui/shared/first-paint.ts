import type { ReactiveControllerHost } from 'lit';

/** Whether an element has been on screen once. Drop-downs are the most work by far to make, and may follow after that. */
export class FirstPaint {
  isOver = false;

  readonly #host: ReactiveControllerHost;
  #isAwaited = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** There is something to paint now. */
  begin(): void {
    if (this.#isAwaited) return;
    this.#isAwaited = true;
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.isOver = true;
        this.#host.requestUpdate();
      }),
    );
  }
}

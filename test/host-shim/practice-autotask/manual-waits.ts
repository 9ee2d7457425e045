interface OpenWait {
  readonly milliseconds: number;
  readonly end: () => void;
}

/** Waits that end when the test says so, in place of a timer. */
export class ManualWaits {
  readonly open: OpenWait[] = [];
  /** Every wait there was, in milliseconds. */
  readonly asked: number[] = [];
  #watchers: (() => void)[] = [];

  readonly wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      this.asked.push(milliseconds);
      this.open.push({ milliseconds, end: resolve });
      for (const watcher of this.#watchers.splice(0)) watcher();
    });

  /** Ends when so many waits are open at the same time. */
  async reached(count: number): Promise<void> {
    while (this.open.length < count) await new Promise<void>((resolve) => this.#watchers.push(resolve));
  }

  endAll(): void {
    for (const { end } of this.open.splice(0)) end();
  }
}

/** Waits that take no time but are written down. */
export function instantWaits(): { asked: number[]; wait: (milliseconds: number) => Promise<void> } {
  const asked: number[] = [];
  return {
    asked,
    wait: (milliseconds) => {
      asked.push(milliseconds);
      return Promise.resolve();
    },
  };
}

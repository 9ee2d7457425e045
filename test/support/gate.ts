/** Holds whoever passes back until a test lets them through. */
export class Gate {
  #isOpen = true;
  readonly #waiting: (() => void)[] = [];
  readonly #arrivals: (() => void)[] = [];

  close(): void {
    this.#isOpen = false;
  }

  open(): void {
    this.#isOpen = true;
    for (const goOn of this.#waiting.splice(0)) goOn();
  }

  async pass(): Promise<void> {
    if (this.#isOpen) return;
    const passed = new Promise<void>((resolve) => this.#waiting.push(resolve));
    for (const tell of this.#arrivals.splice(0)) tell();
    await passed;
  }

  /** Until somebody waits at the gate. */
  async reached(): Promise<void> {
    if (this.#waiting.length > 0) return;
    await new Promise<void>((resolve) => this.#arrivals.push(resolve));
  }
}

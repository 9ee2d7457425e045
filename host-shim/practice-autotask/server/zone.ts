const ZONES: ReadonlyMap<number, string> = new Map([
  [3, 'America East'],
  [14, 'America East 2'],
  [16, 'UK 2'],
  [19, 'EU1 (English Europe & Asia)'],
  [22, 'America East 3'],
  [26, 'Australia 2'],
  [28, 'UK 3'],
  [29, 'AU/NZ'],
]);

const HOME = 3;

/**
 * Where the tenant lives. A tenant that was moved is refused at its old address (autotask-api.md
 * §1, seen in 3 clients).
 */
export class Zone {
  #number = HOME;
  #foreignUrl: string | undefined;

  get number(): number {
    return this.#number;
  }

  get name(): string {
    return ZONES.get(this.#number) ?? '';
  }

  /** Moves the tenant to the next zone, or to an address that is none of this server's. */
  move(url: string | undefined): void {
    const numbers = [...ZONES.keys()];
    this.#number = numbers[(numbers.indexOf(this.#number) + 1) % numbers.length] ?? HOME;
    this.#foreignUrl = url;
  }

  moveHome(): void {
    this.#number = HOME;
    this.#foreignUrl = undefined;
  }

  /**
   * The zone's address; its letter case differs between zones (autotask-api.md §1, seen in 5
   * clients).
   */
  url(origin: string): string {
    if (this.#foreignUrl !== undefined) return this.#foreignUrl;
    return this.#number === HOME ? `${origin}/atservicesrest/` : `${origin}/webservices${this.#number}/ATServicesRest/`;
  }

  isAt(numberInAddress: number | undefined): boolean {
    return this.#foreignUrl === undefined && (numberInAddress ?? HOME) === this.#number;
  }
}

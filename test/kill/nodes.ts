import type { Draws } from '../sim/draws.ts';
import type { ConsoleProcess } from '../support/console-process.ts';
import type { Installation } from './installation.ts';

/** The nodes of an installation, of which some are killed and come back. */
export class Nodes {
  readonly #installation: Installation;
  readonly #running: ConsoleProcess[];

  private constructor(installation: Installation, running: ConsoleProcess[]) {
    this.#installation = installation;
    this.#running = running;
  }

  static async start(installation: Installation): Promise<Nodes> {
    const running: Promise<ConsoleProcess>[] = [];
    for (let index = 0; index < installation.nodes; index += 1) running.push(installation.startNode());
    return new Nodes(installation, await Promise.all(running));
  }

  any(draws: Draws): ConsoleProcess {
    return draws.oneOf(this.#running);
  }

  /** One of them, whichever has the run, or all at once. */
  drawVictims(draws: Draws): readonly ConsoleProcess[] {
    return draws.chance(0.4) ? [...this.#running] : [this.any(draws)];
  }

  async kill(victims: readonly ConsoleProcess[]): Promise<void> {
    await Promise.all(victims.map((victim) => victim.kill()));
  }

  async replace(victims: readonly ConsoleProcess[]): Promise<void> {
    await Promise.all(
      victims.map(async (victim) => {
        this.#running[this.#running.indexOf(victim)] = await this.#installation.startNode();
      }),
    );
  }

  /** What the nodes of now have complained of: repeated calls, a lease that could not be kept, a run that broke off. */
  logged(): string {
    return this.#running.map((node) => node.errors()).join('') || 'the nodes have logged nothing';
  }

  /** Whatever state they are in; nothing is expected of them any more. */
  async killAll(): Promise<void> {
    await this.kill(this.#running);
  }
}

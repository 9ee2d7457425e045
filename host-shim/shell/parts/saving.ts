import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type ApiProblem, asProblem } from '../api/api-problem.ts';

/** Runs one write at a time and keeps what went wrong with the last one. */
export class Saving implements ReactiveController {
  isRunning = false;
  problem: ApiProblem | null = null;
  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.problem = null;
  }

  /** Null when the write failed, or when another is still running. */
  async run<Result>(write: () => Promise<Result>): Promise<{ readonly result: Result } | null> {
    if (this.isRunning) return null;
    this.show(true, null);
    try {
      const result = await write();
      this.show(false, null);
      return { result };
    } catch (error) {
      this.show(false, asProblem(error));
      return null;
    }
  }

  private show(isRunning: boolean, problem: ApiProblem | null): void {
    this.isRunning = isRunning;
    this.problem = problem;
    this.host.requestUpdate();
  }
}

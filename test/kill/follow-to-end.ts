import type { RunView } from '../../core/contract/index.ts';
import { ENDED_STATES } from '../../core/domain/run.ts';
import type { Lookout } from './kill-moment.ts';

export interface FollowedRun {
  readonly run: RunView;
  /** How long it took until it went on, or was known to have ended. */
  readonly firstChangeMs: number;
}

export async function followToEnd({ client, node, runId }: Lookout): Promise<FollowedRun> {
  const since = performance.now();
  const events = await client.follow(node, runId);
  let run = await events.next();
  let firstChangeMs: number | null = null;
  while (!ENDED_STATES.includes(run.state)) {
    const { done } = run;
    run = await events.next();
    if (run.done !== done) firstChangeMs ??= performance.now() - since;
  }
  return { run, firstChangeMs: firstChangeMs ?? performance.now() - since };
}

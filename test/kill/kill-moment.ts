import { setTimeout as pause } from 'node:timers/promises';
import type { RunView } from '../../core/contract/index.ts';
import { ENDED_STATES } from '../../core/domain/run.ts';
import type { NodeClient } from '../host-shim/console/node-client.ts';
import type { Draws } from '../sim/draws.ts';
import type { ConsoleProcess } from '../support/console-process.ts';

/**
 * When nodes are killed: some milliseconds after a sign of the import.
 *
 * - saved: that many more users are there, which the run may not know of yet.
 * - recorded: that many more contacts have an outcome.
 */
export interface KillMoment {
  readonly sign: 'saved' | 'recorded';
  readonly more: number;
  readonly delayMs: number;
}

/** Who looks for the sign, and where. */
export interface Lookout {
  readonly client: NodeClient;
  readonly node: ConsoleProcess;
  readonly runId: string;
}

const MOST_MORE = 400; // Within the next chunk, of which not all become users.
const LONGEST_DELAY_MS = 120; // About what a chunk takes.
const LOOK_MS = 5;

export function drawMoment(draws: Draws): KillMoment {
  return {
    sign: draws.oneOf(['saved', 'recorded']),
    more: 1 + draws.below(MOST_MORE),
    delayMs: draws.below(LONGEST_DELAY_MS),
  };
}

/** Waits for the moment, or for the end of the run when that comes first; answers the run as it was last seen. */
export async function reach({ sign, more, delayMs }: KillMoment, lookout: Lookout): Promise<RunView> {
  const isReached = sign === 'saved' ? await usersRisen(more, lookout) : await outcomesRisen(more, lookout);
  let run = await runAt(lookout);
  while (!ENDED_STATES.includes(run.state) && !(await isReached(run))) {
    await pause(LOOK_MS);
    run = await runAt(lookout);
  }
  await pause(delayMs);
  return run;
}

type IsReached = (run: RunView) => boolean | Promise<boolean>;

async function usersRisen(more: number, { client, node }: Lookout): Promise<IsReached> {
  const count = async () => (await client.ask<{ total: number }>(node, '/console/users?limit=1')).total;
  const goal = (await count()) + more;
  return async () => (await count()) >= goal;
}

async function outcomesRisen(more: number, lookout: Lookout): Promise<IsReached> {
  const goal = (await runAt(lookout)).done + more;
  return ({ done }) => done >= goal;
}

function runAt({ client, node, runId }: Lookout): Promise<RunView> {
  return client.ask<RunView>(node, `/runs/${runId}`);
}

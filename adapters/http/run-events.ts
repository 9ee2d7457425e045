import { createHash } from 'node:crypto';
import type { RunView } from '../../core/contract/index.ts';
import { ENDED_STATES, type Run } from '../../core/domain/run.ts';
import { runView } from './views.ts';

/** A server-sent event; a client that comes back names the last one that it has got by its id. */
interface RunEvent {
  readonly id: string;
  readonly data: RunView;
}

/** The changes as events, without what a client that has got the last event has seen already. */
export async function* runEvents(
  changes: AsyncIterable<Run>,
  lastEventId: string | null,
): AsyncGenerator<RunEvent, void, undefined> {
  let seen = lastEventId;
  for await (const run of changes) {
    const event = runEvent(run);
    if (event.id !== seen) yield event;
    seen = event.id;
  }
}

/** Whether nothing is left to be told. */
export function hasSeenEnd(run: Run, lastEventId: string | null): boolean {
  return ENDED_STATES.includes(run.state) && runEvent(run).id === lastEventId;
}

/** The id is made of nothing but the run, so that every node knows what a client has got from another. */
function runEvent(run: Run): RunEvent {
  const data = runView(run);
  const id = createHash('sha256').update(JSON.stringify(data)).digest('base64url').slice(0, 16);
  return { id, data };
}

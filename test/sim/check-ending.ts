import type { RefreshRecord } from './refresh-record.ts';
import type { Trouble } from './troubles.ts';

/** Says what is wrong with the way in which a refresh in trouble ended. */
export function checkEnding(trouble: Trouble, record: RefreshRecord): readonly string[] {
  const { state, problem } = record.run;
  if (mayEnd(trouble, record)) return [];
  return [`it should end ${trouble.ending}, but is ${state}: ${JSON.stringify(problem)}`];
}

function mayEnd({ ending, isSure }: Trouble, { run, calls, truths: [first, last] }: RefreshRecord): boolean {
  const isFailed = run.state === 'failed';
  const isStruck = isSure || calls.some(({ fault, status }) => fault !== null || status !== 200);
  switch (ending) {
    case 'badly':
      return isFailed || !isStruck;
    case 'well':
      // Rows that go while they are read can look like rows that are missing.
      return !isFailed || first !== last;
    case 'either':
      return true;
  }
}

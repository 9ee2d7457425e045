import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunView } from '../../../../core/contract/index.ts';
import type { ApiProblem } from '../../../../plugin-ui/api/api-problem.ts';
import { followRun } from '../../../../plugin-ui/api/run-events.ts';
import { eventually } from '../eventually.ts';
import { sampleProblem, sampleRun } from '../fake-plugin-api.ts';

const OriginalEventSource = globalThis.EventSource;

/** An event source that says what the test says. */
class SaidEvents {
  static readonly CLOSED = 2;
  static last: SaidEvents;
  readyState = 1;
  onmessage: (event: { data: string }) => void = () => undefined;
  onerror: () => void = () => undefined;

  constructor() {
    SaidEvents.last = this;
  }

  close(): void {
    this.readyState = SaidEvents.CLOSED;
  }

  say(data: unknown): void {
    this.onmessage({ data: typeof data === 'string' ? data : JSON.stringify(data) });
  }

  break(readyState: number): void {
    this.readyState = readyState;
    this.onerror();
  }
}

function follow(read: () => Promise<RunView>) {
  const heard: RunView[] = [];
  const problems: ApiProblem[] = [];
  const lost: ApiProblem[] = [];
  const stop = followRun({
    url: '/events',
    read,
    listener: {
      onRun: (run) => heard.push(run),
      onProblem: (problem) => problems.push(problem),
      onLost: (problem) => lost.push(problem),
    },
  });
  return { heard, problems, lost, stop, source: SaidEvents.last };
}

const RUNNING = sampleRun({ state: 'running', total: 4, done: 2 });
const DONE = sampleRun({ state: 'done', total: 4, done: 4 });
const never = () => new Promise<RunView>(() => undefined);

describe('followRun', () => {
  beforeEach(() => {
    globalThis.EventSource = SaidEvents as unknown as typeof EventSource;
  });

  afterEach(() => {
    globalThis.EventSource = OriginalEventSource;
  });

  it('reports every change and closes when the run has ended', () => {
    const { heard, source } = follow(never);
    source.say(RUNNING);
    source.say('not JSON');
    source.say(DONE);
    expect(heard).toEqual([RUNNING, DONE]);
    expect(source.readyState).toBe(SaidEvents.CLOSED);
  });

  it('reads the run when the stream breaks, for it may have ended meanwhile', async () => {
    const { heard, source } = follow(() => Promise.resolve(DONE));
    source.break(0);
    await eventually(() => heard.length === 1);
    expect(source.readyState).toBe(SaidEvents.CLOSED);
  });

  it('says that the run can’t be followed for now, and hears of it again', async () => {
    const { heard, problems, lost, source } = follow(() => Promise.reject(sampleProblem({ status: 0 })));
    source.break(0);
    await eventually(() => problems.length === 1);
    source.say(RUNNING);
    expect([heard, lost]).toEqual([[RUNNING], []]);
  });

  it('gives up when asking again can’t help', async () => {
    const { lost, source } = follow(() => Promise.reject(sampleProblem({ status: 404, code: 'run_not_found' })));
    source.break(SaidEvents.CLOSED);
    await eventually(() => lost.length === 1);
    expect(source.readyState).toBe(SaidEvents.CLOSED);
  });

  it('says nothing more after it was stopped', () => {
    const { heard, stop, source } = follow(never);
    stop();
    source.say(RUNNING);
    expect(heard).toHaveLength(0);
  });
});

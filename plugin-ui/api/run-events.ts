import type { RunView } from '../../core/contract/index.ts';
import { problemOf } from './api-problem.ts';
import type { RunListener } from './plugin-api.ts';

interface FollowedRun {
  /** Of the server-sent events. */
  readonly url: string;
  /** Reads the run as it is now. */
  readonly read: () => Promise<RunView>;
  readonly listener: RunListener;
}

/** After the browser has given a stream up, a new one is tried this much later. */
const REOPEN_MS = 2_000;

/** Signed out, not allowed, no such run: asking again gets the same answer. */
const FINAL_STATUSES = new Set([401, 403, 404]);

/** A run that has ended, or waits for a person, changes no more by itself. */
export function isAtRest({ state }: RunView): boolean {
  return state !== 'queued' && state !== 'running';
}

/**
 * Follows a run by server-sent events until it comes to rest, and reads it once whenever the stream breaks: the run
 * may have ended meanwhile, or the events may not get through a proxy at all.
 */
export function followRun({ url, read, listener }: FollowedRun): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  const stop = (): void => {
    isStopped = true;
    source?.close();
    clearTimeout(timer);
  };
  const report = (run: RunView): void => {
    if (isStopped) return;
    if (isAtRest(run)) stop();
    listener.onRun(run);
  };
  const readOnce = async (): Promise<void> => {
    try {
      report(await read());
    } catch (error) {
      const problem = problemOf(error);
      if (isStopped) return;
      if (FINAL_STATUSES.has(problem.status)) {
        stop();
        listener.onLost(problem);
      } else {
        listener.onProblem(problem);
      }
    }
  };
  const open = (): void => {
    source = new EventSource(url);
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const run = parsedRun(data);
      if (run !== null) report(run);
    };
    source.onerror = () => {
      const isGivenUp = source?.readyState === EventSource.CLOSED;
      void readOnce().then(() => {
        if (isGivenUp && !isStopped) timer = setTimeout(open, REOPEN_MS);
      });
    };
  };
  open();
  return stop;
}

function parsedRun(data: string): RunView | null {
  try {
    // The server's events are checked against its schemas; their shape is the contract's.
    return JSON.parse(data) as RunView;
  } catch {
    return null;
  }
}

import { setMaxListeners } from 'node:events';
import { onTestFinished } from 'vitest';
import {
  AutotaskContactSource,
  type AutotaskContactSourceOptions,
} from '../../../adapters/autotask/autotask-contact-source.ts';
import { REST_MS } from '../../../adapters/autotask/lane.ts';
import type { Credentials } from '../../../core/domain/connection.ts';
import type { SourcePage, WholeReading } from '../../../core/ports/contact-source.ts';
import { RecordedAutotask } from './recorded-autotask.ts';

/** A source in front of recorded answers. Waits take no time and are written down. */
export interface OpenedSource {
  readonly recorded: RecordedAutotask;
  readonly source: AutotaskContactSource;
  readonly credentials: Credentials;
  readonly waits: number[];
  readonly logged: unknown[];
}

export const NEVER = new AbortController().signal;

/** What goes with an operation that nobody ends. */
export const OPTIONS = { signal: NEVER };

/** Reads everything, with nothing known beforehand. */
export const WHOLE: WholeReading = { count: 0, boundaries: [] };

setMaxListeners(0, NEVER); // Many operations share it.

/** Opens one for a test, and closes it after the test. */
export async function openSource(options: Partial<AutotaskContactSourceOptions> = {}): Promise<OpenedSource> {
  const recorded = await RecordedAutotask.start();
  const waits: number[] = [];
  const logged: unknown[] = [];
  const write = (...line: unknown[]) => void logged.push(line);
  const { username, password, integrationCode } = recorded.signIn;
  const source = new AutotaskContactSource({
    url: recorded.url,
    integrationCode,
    log: { debug: write, info: write, warn: write, error: write },
    clock: { now: () => new Date('2026-03-01T12:00:00Z') },
    random: () => 1,
    async pause(ms, signal) {
      signal.throwIfAborted();
      // A place that rests is no wait before a repeat.
      if (ms !== REST_MS.usual && ms !== REST_MS.long) waits.push(ms);
    },
    ...options,
  });
  onTestFinished(async () => {
    await source.close();
    await recorded.stop();
  });
  return { recorded, source, waits, logged, credentials: { username, password, integrationCode: null } };
}

export async function allRows<Row>(pages: AsyncIterable<SourcePage<Row>>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const { rows } of pages) all.push(...rows);
  return all;
}

/** What a promise was rejected with; fails when it was not. */
export async function rejection(
  promise: Promise<unknown>,
): Promise<{ code?: string; safeDetail?: string; remedy?: string } & Error> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('It was not rejected with an error');
}

import type { FastifyBaseLogger } from 'fastify';
import type { Configuration } from './console/configuration.ts';
import { startPracticeMbs } from './practice-mbs/practice-mbs.ts';

export interface OpenedMbs {
  /** What MBS_API_URL, MBS_API_USERNAME and MBS_API_PASSWORD would say; null when none runs here. */
  readonly api: { readonly url: string; readonly username: string; readonly password: string } | null;
  close(): Promise<void>;
}

/** Starts a practice MBS in this process where the configuration asks for one. */
export async function openPracticeMbs(configuration: Configuration, log: FastifyBaseLogger): Promise<OpenedMbs> {
  if (!configuration.hasPracticeMbs) return { api: null, close: () => Promise.resolve() };
  const practice = await startPracticeMbs({ seed: configuration.practice.seed });
  log.info({ url: practice.url }, 'practice MBS started');
  return { api: { url: practice.url, ...practice.login }, close: () => practice.close() };
}

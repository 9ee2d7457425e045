import type { FastifyBaseLogger } from 'fastify';
import type { Configuration } from './console/configuration.ts';
import type { ManagedBackupAddress } from './console/configuration-live.ts';
import { startPracticeMbs } from './practice-mbs/practice-mbs.ts';

interface OpenedMbs {
  /** Null when users, destinations and packages are the console's own. */
  readonly address: ManagedBackupAddress | null;
  /** What to print; null when no practice MBS runs here. */
  readonly practice: { readonly url: string; readonly username: string; readonly password: string } | null;
  close(): Promise<void>;
}

/** Answers where Managed Backup is: where the configuration says, or a practice MBS of this process, or nowhere. */
export async function openMbs(configuration: Configuration, log: FastifyBaseLogger): Promise<OpenedMbs> {
  if (!configuration.hasPracticeMbs) {
    return { address: configuration.managedBackup, practice: null, close: () => Promise.resolve() };
  }
  const practice = await startPracticeMbs({ seed: configuration.practice.seed });
  log.info({ url: practice.url }, 'practice MBS started');
  const { url, login } = practice;
  return { address: { url, logIn: login }, practice: { url, ...login }, close: () => practice.close() };
}

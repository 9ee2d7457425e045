import type { FastifyBaseLogger } from 'fastify';
import { type AutotaskPlugin, loggedError } from '../../adapters/plugin.ts';
import type { LiveBackup } from './live-backup.ts';

/** Asks both services at the start, and tells in words what is found; the console does not wait for them. */
export async function checkLive(parts: {
  readonly plugin: Pick<AutotaskPlugin, 'checkAutotask'>;
  readonly live: LiveBackup;
  readonly tenantId: string;
  readonly log: FastifyBaseLogger;
  readonly print: (line: string) => void;
}): Promise<void> {
  const { plugin, live, tenantId, log, print } = parts;
  const tell = async (service: string, finding: Promise<string>) => {
    try {
      print(`${service}: ${await finding}`);
    } catch (error) {
      log.error({ err: loggedError(error), service }, 'a service could not be checked');
    }
  };
  await Promise.all([tell('Managed Backup', live.finding(tenantId)), tell('Autotask', plugin.checkAutotask(tenantId))]);
}

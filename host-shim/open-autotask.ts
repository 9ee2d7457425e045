import type { FastifyBaseLogger } from 'fastify';
import type { Configuration } from './console/configuration.ts';
import { practiceCredentials } from './practice-autotask/credentials.ts';
import { startPracticeAutotask } from './practice-autotask/practice-autotask.ts';

export interface OpenedAutotask {
  readonly url: string;
  readonly integrationCode: string;
  /** The credentials to print; null when Autotask is somewhere else. */
  readonly practice: { readonly username: string; readonly secret: string } | null;
  close(): Promise<void>;
}

/** Answers where Autotask is: where the configuration says, else a practice server of this process. */
export async function openAutotask(configuration: Configuration, log: FastifyBaseLogger): Promise<OpenedAutotask> {
  const { autotaskUrl } = configuration;
  const integrationCode = configuration.autotaskIntegrationCode ?? practiceCredentials.integrationCode;
  if (autotaskUrl !== null) {
    return {
      url: autotaskUrl,
      integrationCode,
      practice: null,
      close: () => Promise.resolve(),
    };
  }
  const practice = await startPracticeAutotask(configuration.practice);
  log.info({ url: practice.url, controlUrl: practice.controlUrl }, 'practice Autotask started');
  return {
    url: practice.url,
    integrationCode,
    practice: practice.credentials,
    close: () => practice.close(),
  };
}

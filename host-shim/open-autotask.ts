import type { Configuration } from './console/configuration.ts';
import { startPracticeAutotask } from './practice-autotask/practice-autotask.ts';

export interface OpenedAutotask {
  readonly url: string;
  readonly integrationCode: string;
  /** The credentials to print; null when Autotask is somewhere else. */
  readonly practice: { readonly username: string; readonly secret: string } | null;
  close(): Promise<void>;
}

/** Answers where Autotask is: where the configuration says, else a practice server of this process. */
export async function openAutotask(configuration: Configuration): Promise<OpenedAutotask> {
  const { autotaskUrl, autotaskIntegrationCode } = configuration;
  if (autotaskUrl !== null) {
    return {
      url: autotaskUrl,
      integrationCode: autotaskIntegrationCode ?? '',
      practice: null,
      close: () => Promise.resolve(),
    };
  }
  const practice = await startPracticeAutotask(configuration.practice);
  return {
    url: practice.url,
    integrationCode: autotaskIntegrationCode ?? practice.credentials.integrationCode,
    practice: practice.credentials,
    close: () => practice.close(),
  };
}

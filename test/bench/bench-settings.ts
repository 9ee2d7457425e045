import type { ContainerSettings } from '../../adapters/container.ts';
import { DEFAULT_BRAKES } from '../../core/domain/brake.ts';
import { SilentLog } from '../support/silent-log.ts';

/** What every plugin that is measured is wired with, and nothing depends on. */
export const BENCH_SETTINGS: Omit<ContainerSettings, 'database'> = {
  secretKeys: ['a key that is long enough'],
  autotask: { url: 'https://webservices.autotask.net/ATServicesRest/', integrationCode: 'none' },
  log: new SilentLog(),
  brakes: DEFAULT_BRAKES,
};

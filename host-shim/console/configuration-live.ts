import type { MbsLogIn } from '../../adapters/plugin.ts';
import { readMbsUrl } from './configuration-addresses.ts';
import { type Environment, readChoice, readText } from './configuration-values.ts';
import { StartRefused } from './start-refused.ts';

/** Where live Managed Backup is. */
export interface ManagedBackupAddress {
  readonly url: string;
  /** Null means that it is entered in the page. */
  readonly logIn: MbsLogIn | null;
}

// Where the vendors serve their APIs (autotask-api.md §1, mbs.md §3.1, documented).
const LIVE_AUTOTASK = 'https://webservices.autotask.net/ATServicesRest/';
const LIVE_MBS = 'https://api.mspbackups.com';

const TOGETHER = ['MBS_API_URL', 'MBS_API_USERNAME', 'MBS_API_PASSWORD'] as const;

/** The environment with what `npm run start:live` takes for granted. */
export function withLiveDefaults(environment: Environment): Environment {
  const mode = readChoice(environment, 'CONSOLE_MODE', { default: 'practice', choices: ['practice', 'live'] });
  if (mode === 'practice') return environment;
  if (!isSet(environment, 'AUTOTASK_INTEGRATION_CODE')) {
    throw new StartRefused(
      'AUTOTASK_INTEGRATION_CODE must be the API tracking identifier of your integration in Autotask, for live use.',
    );
  }
  const isMbsPractised = environment['PRACTICE_MBS']?.trim() === '1';
  return {
    ...environment,
    ...(isSet(environment, 'AUTOTASK_URL') ? {} : { AUTOTASK_URL: LIVE_AUTOTASK }),
    ...(isSet(environment, 'MBS_API_URL') || isMbsPractised ? {} : { MBS_API_URL: LIVE_MBS }),
  };
}

/** Null means the console's own tables, or the practice MBS. */
export function readManagedBackup(environment: Environment): ManagedBackupAddress | null {
  const set = TOGETHER.filter((name) => isSet(environment, name));
  if (set.length === 0) return null;
  if (environment['PRACTICE_MBS']?.trim() === '1') {
    throw new StartRefused(`PRACTICE_MBS must be 0 where ${set.join(' and ')} say where Managed Backup is.`);
  }
  const isAskedInPage = environment['CONSOLE_MODE']?.trim() === 'live' && set.length === 1 && set[0] === 'MBS_API_URL';
  if (set.length < TOGETHER.length && !isAskedInPage) {
    const missing = TOGETHER.filter((name) => !set.includes(name)).join(' and ');
    throw new StartRefused(`${set.join(' and ')} must be set together with ${missing}.`);
  }
  const url = readMbsUrl(environment);
  if (isAskedInPage) return { url, logIn: null };
  return {
    url,
    logIn: {
      username: readText(environment, 'MBS_API_USERNAME', { default: '', maximum: 254 }),
      password: readText(environment, 'MBS_API_PASSWORD', { default: '', maximum: 100 }),
    },
  };
}

function isSet(environment: Environment, name: string): boolean {
  return Boolean(environment[name]?.trim());
}

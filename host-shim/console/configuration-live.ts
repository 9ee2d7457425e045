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

export type ConsoleMode = 'practice' | 'live';

export function readMode(environment: Environment): ConsoleMode {
  return readChoice(environment, 'CONSOLE_MODE', { default: 'practice', choices: ['practice', 'live'] });
}

/** The environment with what `npm run start:live` takes for granted. */
export function withLiveDefaults(environment: Environment): Environment {
  if (readMode(environment) === 'practice') return environment;
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
  const given = TOGETHER.filter((name) => isSet(environment, name));
  if (given.length === 0) return null;
  if (environment['PRACTICE_MBS']?.trim() === '1') {
    throw new StartRefused(`PRACTICE_MBS must be 0 where ${listed(given)} ${given.length === 1 ? 'is' : 'are'} set.`);
  }
  const isAskedInPage = readMode(environment) === 'live' && given.length === 1 && given[0] === 'MBS_API_URL';
  if (given.length < TOGETHER.length && !isAskedInPage) throw new StartRefused(incomplete(environment, given));
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

function incomplete(environment: Environment, given: readonly string[]): string {
  // In live mode the address is there anyway: whoever set half of a log-in need not hear of it.
  const set = readMode(environment) === 'live' ? given.filter((name) => name !== 'MBS_API_URL') : given;
  return `${listed(set)} must be set together with ${listed(TOGETHER.filter((name) => !given.includes(name)))}.`;
}

function listed(names: readonly string[]): string {
  return names.join(' and ');
}

function isSet(environment: Environment, name: string): boolean {
  return Boolean(environment[name]?.trim());
}

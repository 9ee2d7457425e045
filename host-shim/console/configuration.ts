import { type DatabaseAddress, readAutotaskUrl, readDatabase } from './configuration-addresses.ts';
import {
  type ConsoleMode,
  type ManagedBackupAddress,
  readManagedBackup,
  readMode,
  withLiveDefaults,
} from './configuration-live.ts';
import { type Environment, readChoice, readSecretKeys, readText, readWhole } from './configuration-values.ts';
import { StartRefused } from './start-refused.ts';

export interface Configuration {
  readonly mode: ConsoleMode;
  readonly host: string;
  readonly port: number;
  readonly dataDirectory: string;
  readonly database: DatabaseAddress;
  readonly administrator: { readonly email: string; readonly isEmailSet: boolean; readonly password: string | null };
  /** Null means the practice server of this process. */
  readonly autotaskUrl: string | null;
  /** Null means the practice server's code. */
  readonly autotaskIntegrationCode: string | null;
  readonly practice: { readonly contacts: number; readonly seed: number };
  /** Null means the console's own tables, or the practice MBS. */
  readonly managedBackup: ManagedBackupAddress | null;
  /** Whether a practice MBS runs in this process. */
  readonly hasPracticeMbs: boolean;
  /** Null means the key file in the data directory. */
  readonly secretKeys: readonly string[] | null;
  readonly logLevel: LogLevel;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Reads every variable the console knows; the first bad one is refused by name, with what it accepts. */
export function readConfiguration(given: Environment): Configuration {
  const environment = withLiveDefaults(given);
  const dataDirectory = readText(environment, 'DATA_DIR', { default: './data', maximum: 4096 });
  const database = readDatabase(environment, dataDirectory);
  const secretKeys = readSecretKeys(environment);
  if (database.engine === 'postgres' && secretKeys === null) {
    throw new StartRefused(
      'SECRET_KEYS must be set with PostgreSQL, the same on every node: one or more keys of at least 32 characters, ' +
        'newest first, separated by commas.',
    );
  }
  return {
    mode: readMode(environment),
    host: readText(environment, 'HOST', { default: '127.0.0.1', maximum: 255 }),
    port: readWhole(environment, 'PORT', { default: 3000, minimum: 0, maximum: 65_535 }),
    dataDirectory,
    database,
    administrator: readAdministrator(environment),
    autotaskUrl: readAutotaskUrl(environment),
    autotaskIntegrationCode: readText(environment, 'AUTOTASK_INTEGRATION_CODE', { default: '', maximum: 200 }) || null,
    practice: {
      contacts: readWhole(environment, 'PRACTICE_CONTACTS', { default: 2000, minimum: 0, maximum: 2_000_000 }),
      seed: readWhole(environment, 'PRACTICE_SEED', { default: 1, minimum: 0, maximum: 4_294_967_295 }),
    },
    managedBackup: readManagedBackup(environment),
    hasPracticeMbs: readChoice(environment, 'PRACTICE_MBS', { default: '0', choices: ['0', '1'] }) === '1',
    secretKeys,
    logLevel: readChoice(environment, 'LOG_LEVEL', { default: 'info', choices: LOG_LEVELS }),
  };
}

function readAdministrator(environment: Environment): Configuration['administrator'] {
  const email = readText(environment, 'CONSOLE_ADMIN_EMAIL', { default: '', maximum: 254 });
  const password = environment['CONSOLE_ADMIN_PASSWORD'] ?? '';
  if (password.length > 1024) {
    throw new StartRefused('CONSOLE_ADMIN_PASSWORD must be a text of 1 to 1024 characters.');
  }
  return { email: email || 'admin@msp.example', isEmailSet: email !== '', password: password || null };
}

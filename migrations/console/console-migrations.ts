import type { Knex } from 'knex';
import * as consoleTables from './0001-console-tables.ts';
import * as userWords from './0002-user-words.ts';
import * as signIns from './0003-sign-ins.ts';
import * as mbsLogIn from './0004-mbs-log-in.ts';
import * as consoleMode from './0005-console-mode.ts';

const MIGRATIONS: ReadonlyMap<string, Knex.Migration> = new Map<string, Knex.Migration>([
  ['0001_console_tables', consoleTables],
  ['0002_user_words', userWords],
  ['0003_sign_ins', signIns],
  ['0004_mbs_log_in', mbsLogIn],
  ['0005_console_mode', consoleMode],
]);

/** The console's migrations as a static list: no directory is scanned, so sources and build act alike. */
export class ConsoleMigrations implements Knex.MigrationSource<string> {
  getMigrations(): Promise<string[]> {
    return Promise.resolve([...MIGRATIONS.keys()].sort());
  }

  getMigrationName(name: string): string {
    return name;
  }

  getMigration(name: string): Promise<Knex.Migration> {
    const migration = MIGRATIONS.get(name);
    return migration ? Promise.resolve(migration) : Promise.reject(new Error(`No migration has the name ${name}.`));
  }
}

import type { Knex } from 'knex';
import * as consoleTables from './0001-console-tables.ts';

const MIGRATIONS: ReadonlyMap<string, Knex.Migration> = new Map([['0001_console_tables', consoleTables]]);

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

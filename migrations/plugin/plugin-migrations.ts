import type { Knex } from 'knex';
import * as connection from './0001-connection.ts';
import * as contactBook from './0002-contact-book.ts';
import * as runs from './0003-runs.ts';
import * as incrementalRefresh from './0004-incremental-refresh.ts';
import * as turnsAndIntents from './0005-turns-and-intents.ts';
import * as lookUps from './0006-look-ups.ts';
import * as goneContacts from './0007-gone-contacts.ts';
import * as shownAssignments from './0008-shown-assignments.ts';
import * as itemsByPosition from './0009-items-by-position.ts';
import * as countedStates from './0010-counted-states.ts';

const MIGRATIONS: ReadonlyMap<string, Knex.Migration> = new Map<string, Knex.Migration>([
  ['0001_connection', connection],
  ['0002_contact_book', contactBook],
  ['0003_runs', runs],
  ['0004_incremental_refresh', incrementalRefresh],
  ['0005_turns_and_intents', turnsAndIntents],
  ['0006_look_ups', lookUps],
  ['0007_gone_contacts', goneContacts],
  ['0008_shown_assignments', shownAssignments],
  ['0009_items_by_position', itemsByPosition],
  ['0010_counted_states', countedStates],
]);

/** The plugin's migrations as a static list: no directory is scanned, so sources and build act alike. */
export class PluginMigrations implements Knex.MigrationSource<string> {
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

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { openDatabase } from '../../adapters/knex/open-database.ts';
import { type Engine, openEmptyDatabase } from '../support/databases.ts';

export interface EmptyDatabase {
  /** Connects as one more process would. */
  connect(): Knex;
  dispose(): Promise<void>;
}

/** A database without tables that several connections can open. */
export async function emptyDatabase(engine: Engine): Promise<EmptyDatabase> {
  const opened: Knex[] = [];
  const closing: (() => Promise<void>)[] = [];
  let address: string;
  if (engine === 'sqlite') {
    const directory = await mkdtemp(join(tmpdir(), 'autotask-migrations-'));
    closing.push(() => rm(directory, { recursive: true }));
    address = `sqlite:${join(directory, 'plugin.sqlite')}`;
  } else {
    const database = await openEmptyDatabase(engine);
    closing.push(() => database.dispose());
    address = database.url ?? '';
  }
  return {
    connect() {
      const { knex } = openDatabase({ connection: address });
      opened.push(knex);
      return knex;
    },
    async dispose() {
      for (const knex of opened) await knex.destroy();
      for (const close of closing) await close();
    },
  };
}

import type { Knex } from 'knex';
import type { ConsoleMode } from './configuration-live.ts';
import { StartRefused } from './start-refused.ts';

const ONLY_ROW = 1;

/** Keeps a database to the mode it was begun in: the contacts of a practice Autotask are nobody's real users. */
export async function holdMode(knex: Knex, wanted: ConsoleMode): Promise<void> {
  await knex('console_mode').insert({ id: ONLY_ROW, mode: wanted }).onConflict('id').ignore();
  const row = await knex<{ id: number; mode: string }>('console_mode').where({ id: ONLY_ROW }).first('mode');
  if (row?.mode === wanted) return;
  throw new StartRefused(
    `DATA_DIR or DATABASE_URL must name another place for ${wanted} use: the data in this one is of ` +
      `${String(row?.mode)} use, and the two must not mix. For example DATA_DIR=./${wanted}-data.`,
  );
}

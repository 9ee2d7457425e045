import { join } from 'node:path';
import type { Knex } from 'knex';
import { migratePlugin } from '../../adapters/knex/migrate-plugin.ts';
import { openDatabase } from '../../adapters/knex/open-database.ts';
import { STAGED_CONTACTS, stageRows } from '../../adapters/knex/stage-rows.ts';
import type { StagedGeneration } from '../../adapters/knex/staged-generation.ts';
import { stagedContact } from '../../adapters/knex/staged-rows.ts';
import { databaseId, tenantId } from '../../core/domain/ids.ts';
import { removeDirectory, temporaryDirectory } from '../support/console-process.ts';
import { generatedContact } from './generated-source.ts';
import { atLeast, grouped, type Measured, median, millisecondsOf } from './measure.ts';

const CONTACTS = 100_000;
const ACCOUNTS = 5000;
const PAGE = 500;
const ROUNDS = 3;
const TARGET = 0.8;

const GENERATION: StagedGeneration = {
  key: { tenantId: tenantId('bench'), databaseId: databaseId('1') },
  name: 'bench',
  extent: 'whole',
  complete: new Set(),
};

type StagedRow = ReturnType<typeof stagedContact>;
type Pages = readonly (readonly StagedRow[])[];
type WayToStage = (knex: Knex, pages: Pages) => Promise<void>;

/** Rows per second of our one-parameter inserts, page by page, beside the fastest that knex does in one transaction. */
export async function stagingRows(): Promise<readonly Measured[]> {
  const directory = await temporaryDirectory();
  const { knex, close } = openDatabase({ connection: `sqlite:${join(directory, 'staging.sqlite')}` });
  try {
    await migratePlugin(knex);
    const [ours = Number.NaN, ...others] = await timesOf(knex, [oneParameter, queryBuilder, manyParameters]);
    const fastest = Math.min(...others);
    return [
      atLeast(TARGET, {
        name: `${grouped(CONTACTS)} contacts: rows per second of staging / of the fastest knex way`,
        ratio: fastest / ours,
        detail: `${perSecond(ours)} / query builder ${others.map(perSecond).join(', raw values ')} rows/s`,
      }),
    ];
  } finally {
    await close();
    await removeDirectory(directory);
  }
}

/** By turns, so that none has the quieter machine; the median of each. */
async function timesOf(knex: Knex, ways: readonly WayToStage[]): Promise<readonly number[]> {
  const pages = generatedPages();
  const times = ways.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, way] of ways.entries()) {
      times[index]?.push(await millisecondsOf(() => way(knex, pages)));
      await knex(STAGED_CONTACTS.name).delete();
    }
  }
  return times.map(median);
}

async function oneParameter(knex: Knex, pages: Pages): Promise<void> {
  for (const page of pages) await stageRows(knex, GENERATION, STAGED_CONTACTS, page);
}

function queryBuilder(knex: Knex, pages: Pages): Promise<void> {
  return knex.transaction(async (transaction) => {
    for (const page of pages) await transaction(STAGED_CONTACTS.name).insert(page.map(wholeRow));
  });
}

function manyParameters(knex: Knex, pages: Pages): Promise<void> {
  return knex.transaction(async (transaction) => {
    for (const page of pages) {
      const rows = page.map(wholeRow);
      const columns = Object.keys(rows[0] ?? {});
      const marks = rows.map(() => `(${columns.map(() => '?').join(', ')})`).join(', ');
      const statement = `insert into ${STAGED_CONTACTS.name} (${columns.join(', ')}) values ${marks}`;
      await transaction.raw(statement, rows.flatMap(Object.values));
    }
  });
}

function wholeRow(row: StagedRow) {
  const { key, name } = GENERATION;
  return { tenant_id: key.tenantId, database_id: key.databaseId, generation: name, ...row };
}

function generatedPages(): Pages {
  return Array.from({ length: CONTACTS / PAGE }, (_page, page) =>
    Array.from({ length: PAGE }, (_row, row) => stagedContact(generatedContact(page * PAGE + row, ACCOUNTS))),
  );
}

function perSecond(milliseconds: number): string {
  return grouped((CONTACTS / milliseconds) * 1000);
}

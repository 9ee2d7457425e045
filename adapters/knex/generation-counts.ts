import type { Knex } from 'knex';
import type { SourceEntity } from '../../core/ports/contact-source.ts';
import { dialectOf } from './dialect.ts';
import {
  bindingsOf,
  ENTITY_TABLES,
  isPresent,
  isStaged,
  ofBook,
  ofGeneration,
  ofToldIds,
  type StagedGeneration,
} from './staged-generation.ts';

/** How many rows of an entity the list will have when the generation is committed. */
export async function countRows(knex: Knex, generation: StagedGeneration, entity: SourceEntity): Promise<number> {
  const sql = generation.complete.has(entity) ? stagedAndKept(entity) : presentAndNew(entity);
  const answer: unknown = await knex.raw(`select ${sql} as total`, bindingsOf(generation));
  const [counted] = dialectOf(knex).rowsOf(answer) as readonly { readonly total: number | string }[];
  return Number(counted?.total ?? 0);
}

/** Ids that were told, but are neither staged nor in the present list. */
export async function readUnknownIds(
  knex: Knex,
  generation: StagedGeneration,
  entity: SourceEntity,
  limit: number,
): Promise<readonly string[]> {
  const { toldId } = ENTITY_TABLES[entity];
  const answer: unknown = await knex.raw(
    `select told.id from autotask_staged_id as told where ${ofToldIds(entity)}
      and not ${isPresent(entity, toldId)} and not ${isStaged(entity, toldId)} limit :limit`,
    { ...bindingsOf(generation), limit },
  );
  return dialectOf(knex)
    .rowsOf(answer)
    .map((row) => (row as { readonly id: string }).id);
}

function stagedAndKept(entity: SourceEntity): string {
  const { staged, toldId } = ENTITY_TABLES[entity];
  return `(select count(*) from ${staged} as staged where ${ofGeneration('staged')})
    + (select count(*) from autotask_staged_id as told where ${ofToldIds(entity)}
      and ${isPresent(entity, toldId)} and not ${isStaged(entity, toldId)})`;
}

function presentAndNew(entity: SourceEntity): string {
  return `(select ${entity} from autotask_book as book where ${ofBook('book')})
    + (select count(*) from ${ENTITY_TABLES[entity].staged} as staged where ${ofGeneration('staged')}
      and not ${isPresent(entity, 'staged.id')})`;
}

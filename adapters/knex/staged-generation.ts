import type { BookKey } from '../../core/domain/scope.ts';
import type { GenerationExtent } from '../../core/ports/contact-book.ts';
import type { SourceEntity } from '../../core/ports/contact-source.ts';

/** A generation in the staging tables. */
export interface StagedGeneration {
  readonly key: BookKey;
  readonly name: string;
  readonly extent: GenerationExtent;
  /** Of what it holds all that exists, as rows or as ids, so that the rest is gone. */
  readonly complete: ReadonlySet<SourceEntity>;
}

interface EntityTables {
  readonly present: string;
  readonly staged: string;
  /** What a row of the present list must be to be in it. */
  readonly isInList: string;
  /** The id that was told, as the other tables have it. */
  readonly toldId: string;
}

export const ENTITY_TABLES: Readonly<Record<SourceEntity, EntityTables>> = {
  contacts: {
    present: 'autotask_contact',
    staged: 'autotask_staged_contact',
    isInList: 'not present.is_gone',
    toldId: 'cast(told.id as bigint)',
  },
  accounts: {
    present: 'autotask_account',
    staged: 'autotask_staged_account',
    isInList: 'true',
    toldId: 'told.id',
  },
};

export const STAGING_TABLES = ['autotask_staged_contact', 'autotask_staged_account', 'autotask_staged_id'] as const;

/** What the conditions below name. */
export function bindingsOf({ key, name }: StagedGeneration): Readonly<Record<string, string>> {
  return { tenant: key.tenantId, database: key.databaseId, generation: name };
}

export function ofBook(alias: string): string {
  return `${alias}.tenant_id = :tenant and ${alias}.database_id = :database`;
}

export function ofGeneration(alias: string): string {
  return `${ofBook(alias)} and ${alias}.generation = :generation`;
}

export function ofToldIds(entity: SourceEntity): string {
  return `${ofGeneration('told')} and told.entity = '${entity}'`;
}

export function isPresent(entity: SourceEntity, id: string): string {
  const { present, isInList } = ENTITY_TABLES[entity];
  return `exists (select 1 from ${present} as present
    where ${ofBook('present')} and present.id = ${id} and ${isInList})`;
}

export function isStaged(entity: SourceEntity, id: string): string {
  const { staged } = ENTITY_TABLES[entity];
  return `exists (select 1 from ${staged} as staged where ${ofGeneration('staged')} and staged.id = ${id})`;
}

export function isTold(entity: SourceEntity, id: string): string {
  return `exists (select 1 from autotask_staged_id as told
    where ${ofToldIds(entity)} and told.id = cast(${id} as text))`;
}

import type { Knex } from 'knex';
import { isContactNumber } from './contact-number.ts';
import { type ColumnType, dialectOf } from './dialect.ts';
import { isStorable } from './storable-text.ts';

/** Narrows a query to the ids of a list of any length; what is no id selects nothing. */
export function whereId(
  query: Knex.QueryBuilder,
  knex: Knex,
  operator: 'in' | 'not in',
  ids: readonly string[],
): Knex.QueryBuilder {
  return query.whereRaw(`id ${operator} ?`, [valuesOf(knex, 'bigint', ids.filter(isContactNumber))]);
}

/** Narrows a query to the texts of a list of any length. */
export function whereText(
  query: Knex.QueryBuilder,
  knex: Knex,
  column: string,
  texts: readonly string[],
): Knex.QueryBuilder {
  return query.whereRaw(`${column} in ?`, [textsOf(knex, texts)]);
}

/** SQL of a list of texts of any length. */
export function textsOf(knex: Knex, texts: readonly string[]): Knex.Raw {
  return valuesOf(knex, 'text', texts.filter(isStorable));
}

function valuesOf(knex: Knex, type: ColumnType, values: readonly string[]): Knex.Raw {
  return knex.raw(`(select value from ${dialectOf(knex).listFrom(type, 'given')})`, [JSON.stringify(values)]);
}

import type { Table } from '../table/table.ts';
import { comparableValue } from './comparable.ts';
import type { Condition, FilterNode } from './query-model.ts';

/**
 * Leads from a row to the first one, itself included, that a filter may match; none of the rows
 * passed over does.
 */
export type RowSkip = (row: number) => number;

/** `undefined` where a filter has to look at every row. */
export function rowSkip(table: Table, node: FilterNode): RowSkip | undefined {
  if (node.kind === 'condition') return conditionSkip(table, node);
  const skips = node.items.map((item) => rowSkip(table, item));
  const known = skips.filter((skip) => skip !== undefined);
  if (node.kind === 'and') return known.length === 0 ? undefined : lastOf(known);
  return known.length < skips.length ? undefined : firstOf(known);
}

function lastOf(skips: readonly RowSkip[]): RowSkip {
  return (row) => skips.reduce((last, skip) => Math.max(last, skip(row)), row);
}

function firstOf(skips: readonly RowSkip[]): RowSkip {
  return (row) => skips.reduce((first, skip) => Math.min(first, skip(row)), Number.POSITIVE_INFINITY);
}

function conditionSkip(table: Table, { field: name, isUserDefined, operator, value }: Condition): RowSkip | undefined {
  const field = isUserDefined ? undefined : table.field(name);
  if (field?.name === 'id' && operator === 'in') return remembered(listSkip(table, Array.isArray(value) ? value : []));
  if (field?.type !== 'datetime' || (operator !== 'gte' && operator !== 'gt')) return undefined;
  const since = comparableValue(value, field.type);
  return typeof since === 'number' ? remembered((row) => table.firstRowSince(row, field, since)) : undefined;
}

function listSkip(table: Table, ids: readonly unknown[]): RowSkip {
  const rows = ids.map((id) => (typeof id === 'number' ? table.row(id) : undefined)).filter((row) => row !== undefined);
  const ascending = Float64Array.from(rows).sort();
  return (row) => ascending.find((each) => each >= row) ?? Number.POSITIVE_INFINITY;
}

/** Rows are asked for in ascending order, and up to the last answer nothing has changed. */
function remembered(skip: RowSkip): RowSkip {
  let asked = Number.POSITIVE_INFINITY;
  let answer = Number.NEGATIVE_INFINITY;
  return (row) => {
    if (row < asked || row > answer) {
      answer = skip(row);
      asked = row;
    }
    return answer;
  };
}

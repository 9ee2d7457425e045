import type { FieldType, Stored } from '../table/field.ts';
import type { Table } from '../table/table.ts';
import { type Comparable, comparableStored, comparableValue } from './comparable.ts';
import type { Condition, FilterNode } from './query-model.ts';
import { Refusal, unknownField } from './refusal.ts';

export type RowTest = (row: number) => boolean;

interface Column {
  readonly type: FieldType;
  readonly read: (row: number) => Stored;
}

const NEVER: RowTest = () => false;

/** Turns a filter into a test of rows. Rows without a value pass no comparison, as in SQL. */
export function rowTest(table: Table, node: FilterNode): RowTest {
  if (node.kind === 'condition') return conditionTest(column(table, node), node);
  const tests = node.items.map((item) => rowTest(table, item));
  return node.kind === 'and' ? (row) => tests.every((test) => test(row)) : (row) => tests.some((test) => test(row));
}

function column(table: Table, condition: Condition): Column {
  if (condition.isUserDefined) {
    const field = table.userDefinedField(condition.field);
    if (field === undefined) throw unknownField(condition.field, table.singular);
    return { type: 'string', read: (row) => table.userDefinedValue(row, field) };
  }
  const field = table.field(condition.field);
  if (field === undefined) throw unknownField(condition.field, table.singular);
  if (!field.isQueryable) throw new Refusal(`${field.name} cannot be queried in the ${table.singular} Entity`);
  return { type: field.type, read: (row) => table.value(row, field) };
}

function conditionTest({ type, read }: Column, { operator, value }: Condition): RowTest {
  if (operator === 'exist') return (row) => read(row) !== null;
  if (operator === 'notexist') return (row) => read(row) === null;
  if (operator === 'in' || operator === 'notin') {
    return listTest({ type, read }, { values: Array.isArray(value) ? value : [], isInside: operator === 'in' });
  }
  const wanted = comparableValue(value, type);
  if (wanted === undefined) return NEVER;
  const isMet = comparison(operator, wanted);
  return (row) => {
    const found = comparableStored(read(row));
    return found !== null && isMet(found);
  };
}

function listTest(
  { type, read }: Column,
  { values, isInside }: { values: readonly unknown[]; isInside: boolean },
): RowTest {
  const wanted = new Set(values.map((value) => comparableValue(value, type)));
  return (row) => {
    const found = comparableStored(read(row));
    return found !== null && wanted.has(found) === isInside;
  };
}

type Comparison = Exclude<Condition['operator'], 'exist' | 'notexist' | 'in' | 'notin'>;

function comparison(operator: Comparison, wanted: Comparable): (found: Comparable) => boolean {
  switch (operator) {
    case 'eq':
      return (found) => found === wanted;
    case 'noteq':
      return (found) => found !== wanted;
    case 'gt':
      return (found) => found > wanted;
    case 'gte':
      return (found) => found >= wanted;
    case 'lt':
      return (found) => found < wanted;
    case 'lte':
      return (found) => found <= wanted;
    case 'beginswith':
      return (found) => String(found).startsWith(String(wanted));
    case 'endswith':
      return (found) => String(found).endsWith(String(wanted));
    case 'contains':
      return (found) => String(found).includes(String(wanted));
  }
}

import { type LooseObject, looseObject, looseText, parseJson } from './loose-json.ts';
import { noQueryModel, Refusal } from './refusal.ts';

const operators = [
  'eq',
  'noteq',
  'gt',
  'gte',
  'lt',
  'lte',
  'beginswith',
  'endswith',
  'contains',
  'exist',
  'notexist',
  'in',
  'notin',
] as const;
type Operator = (typeof operators)[number];

export interface Condition {
  readonly kind: 'condition';
  readonly operator: Operator;
  readonly field: string;
  readonly value: unknown;
  readonly isUserDefined: boolean;
}

interface Group {
  readonly kind: 'and' | 'or';
  readonly items: readonly FilterNode[];
}

export type FilterNode = Condition | Group;

export interface QueryModel {
  readonly pageSize: number;
  /** Empty stands for every field. */
  readonly includeFields: readonly string[];
  readonly filter: readonly FilterNode[];
}

const LARGEST_PAGE = 500;
const MOST_ORS = 500;

/**
 * Reads a query as Autotask does; properties that it does not know are ignored (autotask-api.md
 * §3.1, seen in 3 clients).
 */
export function readQueryModel(text: string): QueryModel {
  const model = looseObject(parseJson(text));
  if (model === undefined) throw noQueryModel();
  const filter = model.get('filter');
  if (!Array.isArray(filter) || filter.length === 0) {
    throw new Refusal('Invalid query syntax. A query needs at least one filter.');
  }
  const nodes = filter.flatMap(filterNode);
  if (countOrs({ kind: 'and', items: nodes }) > MOST_ORS) {
    throw new Refusal("Invalid query syntax. Queries are limited to 500 or fewer 'OR' conditions.");
  }
  if (conditions(nodes).filter((condition) => condition.isUserDefined).length > 1) {
    throw new Refusal('Invalid query syntax. A query can filter by one user-defined field only.');
  }
  return { pageSize: pageSize(model), includeFields: includeFields(model), filter: nodes };
}

function pageSize(model: LooseObject): number {
  const asked = model.get('maxrecords') ?? LARGEST_PAGE;
  const size = Number(asked);
  if (!Number.isInteger(size) || size < 1 || size > LARGEST_PAGE) {
    throw new Refusal('maxCountOfRecordsToReturn must be between 1 and 500');
  }
  return size;
}

function includeFields(model: LooseObject): string[] {
  const names = model.get('includefields');
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}

/**
 * An operator that Autotask does not know is dropped without a word, which widens the query (§3.2,
 * seen live).
 */
function filterNode(value: unknown): FilterNode[] {
  const item = looseObject(value);
  if (item === undefined) throw new Refusal('Invalid query syntax.');
  const name = looseText(item.get('op')).toLowerCase();
  if (name === 'and' || name === 'or') {
    const items = item.get('items');
    const nodes = Array.isArray(items) ? items.flatMap(filterNode) : [];
    return nodes.length === 0 ? [] : [{ kind: name, items: nodes }];
  }
  const operator = operators.find((known) => known === name);
  if (operator === undefined) return [];
  return [
    {
      kind: 'condition',
      operator,
      field: looseText(item.get('field')),
      value: item.get('value'),
      isUserDefined: item.get('udf') === true,
    },
  ];
}

function conditions(nodes: readonly FilterNode[]): Condition[] {
  return nodes.flatMap((node) => (node.kind === 'condition' ? [node] : conditions(node.items)));
}

/** Each value of an `in` counts as one (autotask-api.md §3.2, seen in 3 clients). */
function countOrs(node: FilterNode): number {
  if (node.kind !== 'condition') {
    return node.items.reduce((sum, item) => sum + Math.max(countOrs(item), node.kind === 'or' ? 1 : 0), 0);
  }
  const isList = node.operator === 'in' || node.operator === 'notin';
  return isList && Array.isArray(node.value) ? node.value.length : 0;
}

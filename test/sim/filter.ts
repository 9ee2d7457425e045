import { looseObject, looseText } from '../../host-shim/practice-autotask/query/loose-json.ts';

/** Whether a filter keeps a query within a range, or a set, of ids; an empty one does not. */
export function isWithinIds(filter: unknown): boolean {
  return conditionsOf(filter).some((condition) => condition?.get('field') === 'id');
}

/** The moments since which a filter asks for rows; none when it does not ask for what has changed. */
export function momentsOf(filter: unknown): readonly string[] {
  return conditionsOf(filter).flatMap((condition) => {
    const isOwn = condition?.has('field') === true && condition.get('field') !== 'id';
    return [...(isOwn ? [looseText(condition.get('value'))] : []), ...momentsOf(condition?.get('items'))];
  });
}

function conditionsOf(filter: unknown) {
  const conditions: readonly unknown[] = Array.isArray(filter) ? filter : [];
  return conditions.map(looseObject);
}

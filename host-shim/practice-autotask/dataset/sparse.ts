import { mix } from './random.ts';

/**
 * Nothing, in one of the two ways that one Autotask record mixes (autotask-api.md §4.3, seen in 2
 * recordings).
 */
export function nothing(row: number, aspect: number): '' | null {
  return mix(row, aspect, 81) % 3 === 0 ? '' : null;
}

/** A value on some of a hundred rows, nothing on the others. */
export function sparse<Value>(percent: number, aspect: number, value: (row: number, hash: number) => Value) {
  return (row: number): Value | '' | null => {
    const hash = mix(row, aspect, 82);
    return hash % 100 < percent ? value(row, mix(hash, 1, 82)) : nothing(row, aspect);
  };
}

/** The same for fields that are no text and therefore never "". */
export function rare<Value>(percent: number, aspect: number, value: (row: number, hash: number) => Value) {
  return (row: number): Value | null => {
    const hash = mix(row, aspect, 83);
    return hash % 100 < percent ? value(row, mix(hash, 1, 83)) : null;
  };
}

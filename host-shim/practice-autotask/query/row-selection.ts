import type { Table } from '../table/table.ts';
import { comparableValue } from './comparable.ts';
import type { Condition, FilterNode } from './query-model.ts';
import { type RowSkip, rowSkip } from './row-skip.ts';
import { type RowTest, rowTest } from './row-test.ts';

/**
 * The rows that a filter can match: a stretch of the id axis, and the tests that are left to do on
 * it.
 */
export class RowSelection {
  readonly #table: Table;
  readonly #tests: RowTest[] = [];
  readonly #skips: RowSkip[] = [];
  #from = 0;
  #to: number;

  /** @param visible - Hides rows that the API user may not see. */
  constructor(table: Table, filter: readonly FilterNode[], visible: RowTest | undefined) {
    this.#table = table;
    this.#to = table.rowCount;
    if (visible !== undefined) this.#tests.push(visible);
    for (const node of filter) this.#take(node);
  }

  /** Up to `limit` rows whose id is above `after`, in ascending order of id. */
  rowsAfter(after: number, limit: number): number[] {
    const found: number[] = [];
    const start = Math.max(this.#from, this.#firstAbove(after));
    for (let row = this.#next(start); row < this.#to && found.length < limit; row = this.#next(row + 1)) {
      if (this.#matches(row)) found.push(row);
    }
    return found;
  }

  count(): number {
    if (this.#tests.length === 0) return this.#table.liveCountBetween(this.#from, this.#to);
    let count = 0;
    for (let row = this.#next(this.#from); row < this.#to; row = this.#next(row + 1)) {
      if (this.#matches(row)) count += 1;
    }
    return count;
  }

  #next(row: number): number {
    let next = row;
    for (const skip of this.#skips) next = Math.max(next, skip(next));
    return next;
  }

  #matches(row: number): boolean {
    if (!this.#table.isLive(row)) return false;
    for (const test of this.#tests) if (!test(row)) return false;
    return true;
  }

  /**
   * Conditions on the id shorten the stretch, so a page of a million rows costs no more than one of
   * a thousand.
   */
  #take(node: FilterNode): void {
    if (node.kind === 'and') {
      for (const item of node.items) this.#take(item);
      return;
    }
    if (node.kind === 'condition' && this.#takeIdRange(node)) return;
    this.#tests.push(rowTest(this.#table, node));
    const skip = rowSkip(this.#table, node);
    if (skip !== undefined) this.#skips.push(skip);
  }

  #takeIdRange({ field, isUserDefined, operator, value }: Condition): boolean {
    if (isUserDefined || field.toLowerCase() !== 'id') return false;
    const id = comparableValue(value, 'long');
    if (typeof id !== 'number') return false;
    if (operator === 'gt') this.#startAt(this.#firstAbove(id));
    else if (operator === 'gte') this.#startAt(this.#table.firstRowAtOrAbove(id));
    else if (operator === 'lt') this.#endAt(this.#table.firstRowAtOrAbove(id));
    else if (operator === 'lte') this.#endAt(this.#firstAbove(id));
    else if (operator === 'eq') {
      this.#startAt(this.#table.firstRowAtOrAbove(id));
      this.#endAt(this.#firstAbove(id));
    } else return false;
    return true;
  }

  #startAt(row: number): void {
    this.#from = Math.max(this.#from, row);
  }

  #endAt(row: number): void {
    this.#to = Math.min(this.#to, row);
  }

  #firstAbove(id: number): number {
    return this.#table.firstRowAtOrAbove(Math.floor(id) + 1);
  }
}

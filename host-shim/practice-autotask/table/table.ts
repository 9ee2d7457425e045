import type { Field, Stored, UserDefinedField } from './field.ts';
import { NewestByBlock } from './newest-by-block.ts';
import { RowIndex } from './row-index.ts';

/** What an entity consists of, before any row was edited. */
export interface EntityShape {
  /** As error texts name it; a company is an `Account` there (autotask-api.md §3.2, inferred). */
  readonly singular: string;
  readonly fields: readonly Field[];
  readonly userDefinedFields: readonly UserDefinedField[];
  readonly ids: Float64Array;
}

/**
 * The rows of one entity. Values are made on demand by the fields; only what was edited, added or
 * removed since is kept, so a million rows need little memory.
 */
export class Table {
  readonly singular: string;
  readonly fields: readonly Field[];
  readonly userDefinedFields: readonly UserDefinedField[];
  readonly #index: RowIndex;
  readonly #madeRows: number;
  readonly #byName: ReadonlyMap<string, Field>;
  readonly #userDefinedByName: ReadonlyMap<string, UserDefinedField>;
  readonly #edits = new Map<number, Map<string, Stored>>();
  readonly #removed = new Set<number>();
  readonly #newest = new Map<Field, NewestByBlock>();

  constructor(shape: EntityShape) {
    this.singular = shape.singular;
    this.fields = shape.fields;
    this.userDefinedFields = shape.userDefinedFields;
    this.#index = new RowIndex(shape.ids);
    this.#madeRows = shape.ids.length;
    this.#byName = new Map(shape.fields.map((field) => [field.name.toLowerCase(), field]));
    this.#userDefinedByName = new Map(shape.userDefinedFields.map((field) => [field.name.toLowerCase(), field]));
  }

  /** How many rows there ever were; some of them may be removed. */
  get rowCount(): number {
    return this.#index.count;
  }

  /** How many rows there are from one row up to, but not including, another. */
  liveCountBetween(from: number, to: number): number {
    let removed = 0;
    for (const row of this.#removed) if (row >= from && row < to) removed += 1;
    return Math.max(0, to - from - removed);
  }

  /** Names are matched whatever their letter case (autotask-api.md §3.2, seen in 2 clients). */
  field(name: string): Field | undefined {
    return this.#byName.get(name.toLowerCase());
  }

  userDefinedField(name: string): UserDefinedField | undefined {
    return this.#userDefinedByName.get(name.toLowerCase());
  }

  id(row: number): number {
    return this.#index.id(row);
  }

  row(id: number): number | undefined {
    const row = this.#index.row(id);
    return row === undefined || this.#removed.has(row) ? undefined : row;
  }

  firstRowAtOrAbove(id: number): number {
    return this.#index.firstAtOrAbove(id);
  }

  /** Passes over rows whose moments are all before `since`; the row it answers may have such a one. */
  firstRowSince(row: number, field: Field, since: number): number {
    return this.#newestOf(field).firstRowSince(row, since);
  }

  isLive(row: number): boolean {
    return this.#removed.size === 0 || !this.#removed.has(row);
  }

  /** All rows there are, ascending. */
  liveRows(): number[] {
    const rows: number[] = [];
    for (let row = 0; row < this.rowCount; row += 1) if (this.isLive(row)) rows.push(row);
    return rows;
  }

  value(row: number, field: Field): Stored {
    if (this.#edits.size > 0) {
      const edited = this.#edits.get(row)?.get(field.name);
      if (edited !== undefined) return edited;
    }
    if (row >= this.#madeRows) return field.type === 'boolean' ? false : null;
    return field.read(row);
  }

  userDefinedValue(row: number, field: UserDefinedField): string | null {
    const edited = this.#edits.get(row)?.get(userDefinedKey(field));
    if (edited !== undefined) return edited === null ? null : String(edited);
    return row >= this.#madeRows ? null : field.read(row);
  }

  set(row: number, field: Field, value: Stored): void {
    this.#editsOf(row).set(field.name, value);
    if (typeof value === 'number') this.#newest.get(field)?.raise(row, value);
  }

  setUserDefined(row: number, field: UserDefinedField, value: string | null): void {
    this.#editsOf(row).set(userDefinedKey(field), value);
  }

  /** Adds an empty row behind all others and answers its row. */
  add(): number {
    const row = this.#index.add(this.#index.count === 0 ? 1 : this.id(this.#index.count - 1) + 3);
    const id = this.field('id');
    if (id !== undefined) this.set(row, id, this.id(row));
    return row;
  }

  remove(row: number): void {
    this.#removed.add(row);
    this.#edits.delete(row);
  }

  /** Made when it is asked for first: most tables are never searched by most dates. */
  #newestOf(field: Field): NewestByBlock {
    const known = this.#newest.get(field);
    if (known !== undefined) return known;
    const made = new NewestByBlock();
    for (let row = 0; row < this.rowCount; row += 1) {
      const moment = this.value(row, field);
      if (typeof moment === 'number') made.raise(row, moment);
    }
    this.#newest.set(field, made);
    return made;
  }

  #editsOf(row: number): Map<string, Stored> {
    const known = this.#edits.get(row) ?? new Map<string, Stored>();
    this.#edits.set(row, known);
    return known;
  }
}

function userDefinedKey(field: UserDefinedField): string {
  return `udf ${field.name}`;
}

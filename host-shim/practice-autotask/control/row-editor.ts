import type { Database, EntityName } from '../dataset/database.ts';
import { readDate } from '../dataset/moments.ts';
import type { PracticeState } from '../practice-state.ts';
import { entriesOf, looseText } from '../query/loose-json.ts';
import type { Field, Stored, UserDefinedField } from '../table/field.ts';
import type { Table } from '../table/table.ts';
import type { RowValues } from './practice-control.ts';

const CHANGE_DATES: Readonly<Record<EntityName, string>> = {
  Contacts: 'lastModifiedDate',
  Companies: 'lastTrackedModifiedDateTime',
};

const OPT_OUTS: ReadonlySet<string> = new Set(['isOptedOutFromBulkEmail', 'solicitationOptOut', 'surveyOptOut']);

interface Change {
  readonly field: Field;
  readonly value: Stored;
}

interface UserDefinedChange {
  readonly field: UserDefinedField;
  readonly value: string | null;
}

export interface Editors {
  readonly contacts: RowEditor;
  readonly companies: RowEditor;
}

/** Writes into one entity's rows and dates the changes as Autotask does. */
export class RowEditor {
  readonly table: Table;
  readonly #entity: EntityName;
  readonly #state: PracticeState;

  constructor(state: PracticeState, entity: EntityName) {
    this.#state = state;
    this.#entity = entity;
    this.table = tableOf(state.database, entity);
  }

  row(id: number): number {
    const row = this.table.row(id);
    if (row === undefined) throw new Error(`There is no row ${id} in ${this.#entity}`);
    return row;
  }

  field(name: string): Field {
    const field = this.table.field(name);
    if (field === undefined) throw new Error(`${this.#entity} have no field "${name}"`);
    return field;
  }

  /** The rows, ascending, whose field has a value. */
  rowsWith(field: Field, value: Stored): number[] {
    return this.table.liveRows().filter((row) => this.table.value(row, field) === value);
  }

  patch(id: number, values: RowValues): void {
    const row = this.row(id);
    const { changes, userDefined } = this.#read(values);
    if (this.#movesDate(changes, userDefined)) this.stamp(row);
    this.#write(row, changes, userDefined);
  }

  add(values: RowValues, usual: RowValues): number {
    const { changes, userDefined } = this.#read({ ...usual, ...values });
    const row = this.table.add();
    this.table.set(row, this.field('createDate'), this.#state.now());
    this.stamp(row);
    this.#write(row, changes, userDefined);
    return this.table.id(row);
  }

  /** Dates a row's last change now. */
  stamp(row: number): void {
    const now = this.#state.now();
    this.table.set(row, this.field(CHANGE_DATES[this.#entity]), now);
    this.table.set(row, this.field('lastActivityDate'), now);
  }

  #write(row: number, changes: readonly Change[], userDefined: readonly UserDefinedChange[]): void {
    for (const { field, value } of changes) this.table.set(row, field, value);
    for (const { field, value } of userDefined) this.table.setUserDefined(row, field, value);
  }

  #read(values: RowValues): { changes: Change[]; userDefined: UserDefinedChange[] } {
    const changes: Change[] = [];
    const userDefined: UserDefinedChange[] = [];
    for (const [name, value] of Object.entries(values)) {
      if (name === 'userDefinedFields') userDefined.push(...this.#readUserDefined(value));
      else if (name.toLowerCase() === 'id') throw new Error('An id cannot be changed');
      else changes.push({ field: this.field(name), value: stored(this.field(name), value) });
    }
    return { changes, userDefined };
  }

  #readUserDefined(value: unknown): UserDefinedChange[] {
    if (!Array.isArray(value)) throw new Error('userDefinedFields takes a list of {name, value}');
    return value.map((item: unknown) => {
      const entries = new Map<string, unknown>(entriesOf(item));
      const name = looseText(entries.get('name'));
      const field = this.table.userDefinedField(name);
      if (field === undefined) throw new Error(`There is no user-defined field "${name}"`);
      const text = entries.get('value') ?? null;
      return { field, value: text === null ? null : looseText(text) };
    });
  }

  /**
   * Activity alone is no change; for opt-outs and user-defined fields nobody knows (autotask-api.md
   * §14.4).
   */
  #movesDate(changes: readonly Change[], userDefined: readonly UserDefinedChange[]): boolean {
    const { optOutEditMovesModified, userDefinedEditMovesModified } = this.#state.switches;
    const movers = changes.filter(
      ({ field }) => field.name !== 'lastActivityDate' && (optOutEditMovesModified || !OPT_OUTS.has(field.name)),
    );
    return movers.length > 0 || (userDefined.length > 0 && userDefinedEditMovesModified);
  }
}

function tableOf(database: Database, entity: EntityName): Table {
  return database.tables[entity];
}

function stored(field: Field, value: unknown): Stored {
  if (value === null) return null;
  if (field.type === 'datetime') {
    const moment = typeof value === 'number' ? value : readDate(looseText(value));
    if (Number.isNaN(moment)) throw new Error(`${field.name} takes a date`);
    return moment;
  }
  const wanted = field.type === 'string' ? 'string' : field.type === 'boolean' ? 'boolean' : 'number';
  if (
    typeof value === wanted &&
    (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
  ) {
    return value;
  }
  throw new Error(`${field.name} takes a ${wanted}`);
}

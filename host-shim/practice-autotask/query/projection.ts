import { type DateSpelling, wireDate } from '../dataset/moments.ts';
import type { Field, Stored, UserDefinedField } from '../table/field.ts';
import type { Table } from '../table/table.ts';
import { unknownField } from './refusal.ts';

export type WireRow = Record<string, unknown>;

export interface WireStyle {
  readonly dates: DateSpelling;
  /**
   * What stands for user-defined fields when a query asks for none (autotask-api.md §3.3: both are
   * reported).
   */
  readonly missingUserDefinedFields: 'empty_list' | 'absent';
}

/**
 * How a row is answered: only the fields that were asked for, in Autotask's own order and spelling.
 */
export function projection(table: Table, includeFields: readonly string[], style: WireStyle): (row: number) => WireRow {
  const { fields, userDefined } = chosenFields(table, includeFields);
  const leavesOut = userDefined.length === 0 && style.missingUserDefinedFields === 'absent';
  return (row) => {
    const answered: WireRow = {};
    for (const field of fields)
      answered[field.name] = wireValue(field, table.value(row, field), { row, dates: style.dates });
    if (!leavesOut) {
      answered['userDefinedFields'] = userDefined.map((field) => ({
        name: field.name,
        value: table.userDefinedValue(row, field),
      }));
    }
    return answered;
  };
}

interface ChosenFields {
  readonly fields: readonly Field[];
  readonly userDefined: readonly UserDefinedField[];
}

function chosenFields(table: Table, includeFields: readonly string[]): ChosenFields {
  if (includeFields.length === 0) return { fields: table.fields, userDefined: table.userDefinedFields };
  const fields = new Set<Field>();
  const userDefined = new Set<UserDefinedField>();
  for (const name of includeFields) {
    const field = table.field(name);
    const own = table.userDefinedField(name);
    if (field !== undefined) fields.add(field);
    else if (own !== undefined) userDefined.add(own);
    else if (name.toLowerCase() === 'userdefinedfields')
      for (const each of table.userDefinedFields) userDefined.add(each);
    else throw unknownField(name, table.singular);
  }
  return { fields: table.fields.filter((field) => fields.has(field)), userDefined: [...userDefined] };
}

function wireValue(field: Field, value: Stored, { row, dates }: { row: number; dates: DateSpelling }): Stored {
  return field.type === 'datetime' && typeof value === 'number' ? wireDate(value, row, dates) : value;
}

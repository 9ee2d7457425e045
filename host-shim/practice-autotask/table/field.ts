/** A value as the table keeps it; a moment is a number of milliseconds. */
export type Stored = string | number | boolean | null;

export type FieldType = 'string' | 'integer' | 'long' | 'double' | 'boolean' | 'datetime';

interface PicklistValue {
  readonly value: string;
  readonly label: string;
}

/**
 * One field of an entity: what the metadata call says about it, and how a row's value is made when
 * it is asked for.
 */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly length: number;
  readonly isRequired: boolean;
  readonly isReadOnly: boolean;
  readonly isQueryable: boolean;
  readonly reference: string | null;
  readonly picklist: readonly PicklistValue[] | null;
  /** The value that the data set gives to one of its own rows. */
  readonly read: (row: number) => Stored;
}

export interface UserDefinedField {
  readonly name: string;
  readonly type: FieldType;
  readonly description: string;
  /** Values are texts or null, whatever the type (autotask-api.md §4.3, documented). */
  readonly read: (row: number) => string | null;
}

interface FieldTraits {
  readonly length?: number;
  readonly reference?: string;
  readonly picklist?: readonly PicklistValue[];
  readonly traits?: readonly ('required' | 'readOnly' | 'notQueryable')[];
}

export function field(name: string, type: FieldType, read: (row: number) => Stored, facts: FieldTraits = {}): Field {
  const traits = facts.traits ?? [];
  return {
    name,
    type,
    length: facts.length ?? 0,
    isRequired: traits.includes('required'),
    isReadOnly: traits.includes('readOnly'),
    isQueryable: !traits.includes('notQueryable'),
    reference: facts.reference ?? null,
    picklist: facts.picklist ?? null,
    read,
  };
}

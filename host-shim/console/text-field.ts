import { Type } from 'typebox';

// Line breaks and NUL have no place in a name, and PostgreSQL could not even store the latter; half of a surrogate pair
// would be stored as another character.
const ON_ONE_LINE = '[^\\x00-\\x1f\\x7f-\\x9f\\ud800-\\udfff]';

/** A text that says something: not only white space. */
export function requiredText(maximum: number) {
  return Type.String({
    minLength: 1,
    maxLength: maximum,
    pattern: `^(?=.*\\S)${ON_ONE_LINE}*$`,
    description: `a text of 1 to ${String(maximum)} characters on one line`,
  });
}

export function optionalText(maximum: number) {
  return Type.Optional(
    Type.String({
      maxLength: maximum,
      pattern: `^${ON_ONE_LINE}*$`,
      description: `a text of at most ${String(maximum)} characters on one line`,
    }),
  );
}

export function optionalSwitch() {
  return Type.Optional(Type.Boolean({ description: 'true or false' }));
}

export const IdParameters = Type.Object({ id: Type.String() });

const ID = /^[\w-]{1,64}$/;

/** Anything else is no id of ours and need not reach the database. */
export function isId(text: string): boolean {
  return ID.test(text);
}

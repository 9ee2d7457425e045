import { type TSchema, Type } from 'typebox';

/** A text with at least one character that is not white space. */
export const filledText = (what: string, maxLength: number) =>
  Type.String({
    minLength: 1,
    maxLength,
    pattern: '\\S',
    description: `${what}, a text of 1 to ${maxLength} characters`,
  });

export const idText = (what: string) =>
  Type.String({
    minLength: 1,
    maxLength: 100,
    pattern: '^[^\\u0000-\\u001f\\u007f]*$', // PostgreSQL refuses NUL in a text.
    description: `the id of ${what}, a text of 1 to 100 characters`,
  });

/** One of a list of words. */
export const oneOf = <const Word extends string>(words: readonly Word[], what: string) =>
  Type.Unsafe<Word>({ type: 'string', enum: [...words], description: `${what}: ${words.join(', ')}` });

export const nullable = <Schema extends TSchema>(schema: Schema, description = 'a value or null') =>
  Type.Union([schema, Type.Null()], { description });

export const count = () => Type.Integer({ minimum: 0 });

import { Type } from 'typebox';

/** A text with at least one character that is not white space. */
export const filledText = (what: string, maxLength: number) =>
  Type.String({
    minLength: 1,
    maxLength,
    pattern: '\\S',
    description: `${what}, a text of 1 to ${maxLength} characters`,
  });

export const idText = (what: string) =>
  Type.String({ minLength: 1, maxLength: 100, description: `the id of ${what}, a text of 1 to 100 characters` });

import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';
import { ConsoleProblem } from './console-problem.ts';
import { sentenceOf } from './validation-sentence.ts';

/**
 * Checks a request against its schema without ever changing a body: nothing is coerced, dropped or filled in.
 * Path and query are texts by nature, so numbers in them are converted first.
 */
export const validateRequest: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const check = Compile(schema);
  return (value: unknown) => {
    const converted = httpPart === 'body' ? value : Value.Convert(schema, value);
    const [first] = check.Check(converted) ? [] : check.Errors(converted);
    if (first === undefined) return { value: converted };
    const { sentence, field } = sentenceOf(schema, first);
    return { error: new ConsoleProblem('invalid_request', sentence, field === null ? {} : { field }) };
  };
};

import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';
import { RequestRefused } from './request-refused.ts';
import { validationSentence } from './validation-sentence.ts';

/**
 * Checks a request against its schema and never changes a body: nothing is coerced, dropped or filled in. Path
 * and query are texts by nature, so numbers and booleans in them are converted first.
 */
export const requestValidation: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const check = Compile(schema);
  return (value: unknown) => {
    const checked = httpPart === 'body' ? value : Value.Convert(schema, value);
    const [first] = check.Check(checked) ? [] : check.Errors(checked);
    return first === undefined
      ? { value: checked }
      : { error: new RequestRefused('invalid_request', validationSentence(schema, first)) };
  };
};

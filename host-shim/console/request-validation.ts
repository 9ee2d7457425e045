import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { ConsoleProblem } from './console-problem.ts';
import { sentenceOf } from './validation-sentence.ts';

/**
 * Checks a request against its schema without ever changing a body: nothing is coerced, dropped or filled in.
 * A query is text by nature, so its whole numbers are converted first.
 */
export const validateRequest: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const check = Compile(schema);
  return (value: unknown) => {
    const converted = httpPart === 'querystring' ? withNumbers(schema, value) : value;
    const [first] = check.Check(converted) ? [] : check.Errors(converted);
    if (first === undefined) return { value: converted };
    const { sentence, field } = sentenceOf(schema, first);
    return { error: new ConsoleProblem('invalid_request', sentence, field === null ? {} : { field }) };
  };
};

interface QuerySchema {
  readonly properties?: Readonly<Record<string, { readonly type?: string }>>;
}

function withNumbers(schema: QuerySchema, query: unknown): unknown {
  if (typeof query !== 'object' || query === null) return query;
  const entries = Object.entries(query).map(([name, value]: [string, unknown]) => {
    const isWhole = schema.properties?.[name]?.type === 'integer' && typeof value === 'string' && /^\d+$/.test(value);
    return [name, isWhole ? Number(value) : value] as const;
  });
  return Object.fromEntries(entries);
}

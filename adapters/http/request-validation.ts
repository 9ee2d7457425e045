import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { type InvalidRequest, validationSentence } from './validation-sentence.ts';

/**
 * Checks a request against its schema and never changes a body: nothing is coerced, dropped or filled in. A query is
 * text by nature, so what is a whole number or a switch in its plain form becomes one first.
 *
 * @public
 */
export function requestValidation(refused: (invalid: InvalidRequest) => Error): FastifySchemaCompiler<TSchema> {
  return ({ schema, httpPart }) => {
    const check = Compile(schema);
    return (value: unknown) => {
      const read = httpPart === 'querystring' ? readQuery(schema, value) : value;
      const [first] = check.Check(read) ? [] : check.Errors(read);
      if (first === undefined) return { value: read };
      const invalid = validationSentence(schema, first);
      const isRepeated = httpPart === 'querystring' && isListIn(read, invalid.field);
      return { error: refused(isRepeated ? givenOnce(invalid) : invalid) };
    };
  };
}

/** A part of a query that came several times is a list, which no part of ours may be. */
function isListIn(query: unknown, field: string | null): boolean {
  if (typeof query !== 'object' || query === null) return false;
  return Object.entries(query).some(([name, value]: [string, unknown]) => name === field && Array.isArray(value));
}

function givenOnce({ field }: InvalidRequest): InvalidRequest {
  return { sentence: `"${field}" must be given once at most.`, field };
}

interface QuerySchema {
  readonly properties?: Readonly<Record<string, { readonly type?: string }>>;
}

function readQuery({ properties }: QuerySchema, query: unknown): unknown {
  if (typeof query !== 'object' || query === null) return query;
  return Object.fromEntries(
    Object.entries(query).map(([name, value]: [string, unknown]) => [
      name,
      plainValue(properties?.[name]?.type, value),
    ]),
  );
}

function plainValue(type: string | undefined, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (type === 'integer' && /^\d+$/.test(value)) return Number(value);
  return type === 'boolean' && /^(true|false)$/.test(value) ? value === 'true' : value;
}

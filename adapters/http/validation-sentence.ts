import type { TSchema } from 'typebox';

/**
 * What is wrong with a request, and the field that the sentence is about, if it is about one.
 *
 * @public
 */
export interface InvalidRequest {
  readonly sentence: string;
  readonly field: string | null;
}

interface ValidationError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: object;
}

/** What the walk through a schema needs to know of it. */
interface SchemaNode {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
}

/** Says which field is wrong and, from the schema's own description, what it accepts. */
export function validationSentence(
  schema: TSchema,
  { keyword, instancePath, params }: ValidationError,
): InvalidRequest {
  const path = instancePath.split('/').slice(1).map(unescapePointer);
  if (keyword === 'required') {
    const { name, description, field } = describedPath(schema, [...path, firstName(params, 'requiredProperties')]);
    return { sentence: `"${name}" is missing; it must be ${description}.`, field };
  }
  // An unknown field shows as "schema is false" at the field itself, before its parent's own message.
  if (keyword === 'boolean' || keyword === 'additionalProperties') {
    const unknown = keyword === 'boolean' ? path : [...path, firstName(params, 'additionalProperties')];
    const accepted = fieldsOf(describedPath(schema, unknown.slice(0, -1)).node);
    return { sentence: `"${shorten(unknown.join('.'))}" is not known here; accepted: ${accepted}.`, field: null };
  }
  if (path.length === 0) return { sentence: `The body must be a JSON object with ${fieldsOf(schema)}.`, field: null };
  const { name, description, field } = describedPath(schema, path);
  return { sentence: `"${name}" must be ${description}.`, field };
}

/** Follows the path as far as the schema describes it: what may be one of several forms is described as a whole. */
function describedPath(schema: SchemaNode, path: readonly string[]) {
  let node = schema;
  const followed: string[] = [];
  for (const step of path) {
    const next = node.properties?.[step] ?? node.items;
    if (next === undefined) break;
    followed.push(step);
    node = next;
  }
  return {
    node,
    name: followed.join('.'),
    field: followed[0] ?? null,
    description: node.description ?? 'of the documented type',
  };
}

function fieldsOf({ properties = {} }: SchemaNode): string {
  return Object.keys(properties).join(', ');
}

function firstName(params: object, key: string): string {
  const names: unknown = new Map<string, unknown>(Object.entries(params)).get(key);
  return Array.isArray(names) && typeof names[0] === 'string' ? names[0] : '';
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function unescapePointer(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

import type { TSchema } from 'typebox';

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
  readonly additionalProperties?: unknown;
}

/** Says which field is wrong and, from the schema's own description, what it accepts. */
export function sentenceOf(schema: TSchema, error: ValidationError): { sentence: string; field: string | null } {
  const path = error.instancePath.split('/').slice(1).map(unescapePointer);
  const params = new Map(Object.entries(error.params));
  if (error.keyword === 'required') {
    const missing = [...path, firstOf(params.get('requiredProperties'))];
    return {
      sentence: `"${missing.join('.')}" is missing; it must be ${acceptedAt(schema, missing)}.`,
      ...at(missing),
    };
  }
  // An unknown field shows as "schema is false" at the field itself, before its parent's own message.
  if (error.keyword === 'boolean' || error.keyword === 'additionalProperties') {
    const unknown = error.keyword === 'boolean' ? path : [...path, firstOf(params.get('additionalProperties'))];
    const accepted = fieldsAt(schema, unknown.slice(0, -1));
    return { sentence: `"${shorten(unknown.join('.'))}" is not known here; accepted: ${accepted}.`, field: null };
  }
  if (path.length === 0) {
    return { sentence: `The body must be a JSON object with ${fieldsAt(schema, [])}.`, field: null };
  }
  return { sentence: `"${path.join('.')}" must be ${acceptedAt(schema, path)}.`, ...at(path) };
}

function at(path: readonly string[]): { field: string | null } {
  return { field: path[0] ?? null };
}

function acceptedAt(schema: SchemaNode, path: readonly string[]): string {
  return nodeAt(schema, path)?.description ?? 'of the documented type';
}

function fieldsAt(schema: SchemaNode, path: readonly string[]): string {
  return Object.keys(nodeAt(schema, path)?.properties ?? {}).join(', ');
}

function nodeAt(schema: SchemaNode, path: readonly string[]): SchemaNode | undefined {
  let node: SchemaNode | undefined = schema;
  for (const step of path) node = node?.properties?.[step] ?? node?.items;
  return node;
}

function firstOf(names: unknown): string {
  return Array.isArray(names) && typeof names[0] === 'string' ? names[0] : '';
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function unescapePointer(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

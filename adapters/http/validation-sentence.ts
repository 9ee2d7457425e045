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
  readonly additionalProperties?: unknown;
}

/** Says which field is wrong and, from the schema's own description, what it accepts. */
export function validationSentence(schema: TSchema, error: ValidationError): string {
  const path = error.instancePath.split('/').slice(1).map(unescapePointer);
  const described = describedPath(schema, path);
  if (described.path.length > 0 && described.path.length < path.length) return mustBe(described);
  if (error.keyword === 'required') {
    const missing = describedPath(schema, [...path, missingProperty(error)]);
    return `“${missing.path.join('.')}” is missing; it must be ${missing.description}.`;
  }
  // An unknown field shows as "schema is false" at the field itself, before its parent's own message.
  if (error.keyword === 'boolean' || error.keyword === 'additionalProperties') {
    const known = Object.keys(propertiesOf(path.length < 2 ? schema : described.node)).join(', ');
    return `“${shorten(path.at(-1) ?? '')}” is not known here; accepted: ${known}.`;
  }
  if (path.length === 0) {
    return `The body must be a JSON object with ${Object.keys(propertiesOf(schema)).join(', ')}.`;
  }
  return mustBe(described);
}

function mustBe({ path, description }: { readonly path: readonly string[]; readonly description: string }): string {
  return `“${path.join('.')}” must be ${description}.`;
}

/** Follows the path as far as the schema describes it: a union is described as a whole. */
function describedPath(schema: TSchema, path: readonly string[]) {
  let node: SchemaNode = schema;
  const followed: string[] = [];
  for (const step of path) {
    const next = node.properties?.[step];
    if (next === undefined) break;
    followed.push(step);
    node = next;
  }
  return { path: followed, node, description: node.description ?? 'as documented' };
}

function propertiesOf(node: SchemaNode): Readonly<Record<string, SchemaNode>> {
  return node.properties ?? {};
}

function missingProperty({ params }: ValidationError): string {
  const names = 'requiredProperties' in params ? params.requiredProperties : [];
  const [first] = Array.isArray(names) ? (names as unknown[]) : [];
  return typeof first === 'string' ? first : '';
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function unescapePointer(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

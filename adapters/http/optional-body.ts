import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import type { FastifyRequest } from 'fastify';

type TransformDocument = NonNullable<FastifyDynamicSwaggerOptions['transformObject']>;

/** A body that is left out is one in which nothing is given. */
export async function allowNoBody(request: FastifyRequest): Promise<void> {
  if (request.body === undefined) request.body = {};
}

/** The document takes every body for required; one in which nothing is required may be left out. */
export const sayOptionalBodies: TransformDocument = (source) => {
  if (!('openapiObject' in source)) return source.swaggerObject;
  const { openapiObject: document } = source;
  for (const operations of Object.values(document.paths ?? {})) {
    const body = operations?.post?.requestBody;
    if (body !== undefined && 'content' in body && isOptional(body.content)) body.required = false;
  }
  return document;
};

function isOptional(content: Readonly<Record<string, { readonly schema?: object }>>): boolean {
  return Object.values(content).every(({ schema = {} }) => !('required' in schema));
}

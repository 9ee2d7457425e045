import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/**
 * Sends a file part by part, each made when the client has taken the one before. A failure on the way cuts the
 * connection, so that nobody takes the rest for the whole.
 */
export async function sendCsv(
  reply: FastifyReply,
  name: string,
  parts: AsyncGenerator<string, void, undefined>,
): Promise<FastifyReply> {
  // Before the first byte a failure can still be told in words.
  const first = await parts.next();
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .send(Readable.from(resumed(first, parts)));
}

async function* resumed(
  first: IteratorResult<string, void>,
  rest: AsyncGenerator<string, void, undefined>,
): AsyncGenerator<string, void, undefined> {
  if (first.done === true) return;
  yield first.value;
  yield* rest;
}

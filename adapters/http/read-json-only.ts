import type { FastifyInstance } from 'fastify';

/**
 * Reads JSON and nothing else, whatever the rest of the app reads.
 *
 * @public
 */
export function readJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    // Many clients name a media type even where they send nothing, as with DELETE.
    if (body === '') done(null, undefined);
    else void parse(request, body.toString(), done);
  });
}

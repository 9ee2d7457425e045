import type { FastifyReply, FastifyRequest } from 'fastify';
import { ConsoleProblem } from './console-problem.ts';
import { sendProblem } from './problem-answer.ts';

const FOR_PROGRAMS = /^\/(console|session|plugins|assets|healthz|metrics)(\/|$)/;

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Page not found - Management Console</title>
<style>
  :root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f5f6f8, #14171c);
    color: light-dark(#1c2430, #e6e9ee); }
  main { max-width: 28rem; padding: 2rem; }
  h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; }
  a { color: light-dark(#1a56b8, #8ab4f8); }
  a:focus-visible { outline: 2px solid; outline-offset: 3px; }
</style>
</head>
<body>
<main>
  <h1>There is no page here</h1>
  <p>The address may be mistyped, or the page has moved.</p>
  <p><a href="/">Go to the console's home page</a></p>
</main>
</body>
</html>
`;

/** People get a page with a way home, programs a problem. */
export function answerNotFound(request: FastifyRequest, reply: FastifyReply): void {
  const [address = ''] = request.url.split('?');
  const isPage = (request.method === 'GET' || request.method === 'HEAD') && !FOR_PROGRAMS.test(address);
  if (isPage) void reply.code(404).type('text/html; charset=utf-8').send(PAGE);
  else void sendProblem(reply, new ConsoleProblem('not_found', 'Nothing is at this address.'));
}

import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { ConsoleProblem } from './console-problem.ts';
import { handleError, sendProblem } from './problem-answer.ts';

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
  if (isForPerson(request)) sendPage(reply, 404);
  else void sendProblem(reply, new ConsoleProblem('not_found', 'Nothing is at this address.'));
}

/** An address that can't even be read is no page either. */
export function answerUnreadable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  if (isForPerson(request)) sendPage(reply, 400);
  else handleError(error, request, reply);
}

function isForPerson({ method, url }: FastifyRequest): boolean {
  const [address = ''] = url.split('?');
  return (method === 'GET' || method === 'HEAD') && !FOR_PROGRAMS.test(address);
}

function sendPage(reply: FastifyReply, status: number): void {
  void reply.code(status).type('text/html; charset=utf-8').send(PAGE);
}

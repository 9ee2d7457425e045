import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PracticeState } from '../practice-state.ts';
import { type Answer, htmlAnswer, routingAnswer } from './answer.ts';
import { answerCall, type Served } from './answer-call.ts';
import { readRestPath } from './call.ts';

/** Answers a request that is not for the REST interface; `undefined` when it is for nobody. */
export type OtherRoute = (request: IncomingMessage, body: string) => Answer | undefined;

export interface RunningServer {
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * The cursors of a long pull make long addresses (autotask-api.md §3.4); Node's own limit is 16 KB.
 */
const LONGEST_HEAD = 1_048_576;

export async function listen(
  state: PracticeState,
  { host, port, otherRoute }: { host: string; port: number; otherRoute: OtherRoute },
): Promise<RunningServer> {
  const server = createServer({ maxHeaderSize: LONGEST_HEAD, keepAliveTimeout: 60_000 }, (request, response) => {
    void handle(state, otherRoute, { request, response });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { origin: originOf(server, host), close: () => close(server) };
}

function originOf(server: Server, host: string): string {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The practice server has no port');
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

async function handle(state: PracticeState, otherRoute: OtherRoute, { request, response }: Exchange): Promise<void> {
  const [path = '/', search = ''] = (request.url ?? '/').split('?', 2);
  const rest = readRestPath(path);
  if (rest !== undefined) state.log.start(rest.route);
  let served: Served | undefined;
  try {
    const body = await readBody(request);
    const url = `http://${request.headers.host ?? 'localhost'}${request.url ?? '/'}`;
    const method = request.method ?? 'GET';
    served =
      rest === undefined
        ? { answer: otherRoute(request, body) ?? notFound(url), afterwards: () => undefined }
        : await answerCall(state, {
            ...rest,
            base: `${new URL(url).origin}${rest.base}`,
            method,
            search: new URLSearchParams(search),
            headers: request.headers,
            body,
            url,
          });
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    served = { answer: htmlAnswer(500, 'Practice server error', text), afterwards: () => undefined };
  }
  if (rest !== undefined) {
    state.log.end({ method: request.method ?? '', route: rest.route, status: served.answer.status, at: state.now() });
  }
  send(response, served);
}

function notFound(url: string): Answer {
  return routingAnswer(404, `No HTTP resource was found that matches the request URI '${url}'.`);
}

function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.on('error', reject);
  });
}

function send(response: ServerResponse, { answer, afterwards }: Served): void {
  const body = Buffer.from(answer.body, 'utf8');
  afterwards();
  if (answer.breaksOff === 'before') {
    response.destroy();
    return;
  }
  response.writeHead(answer.status, { ...answer.headers, 'content-length': body.length });
  if (answer.breaksOff === 'midway') response.write(body.subarray(0, body.length / 2), () => response.destroy());
  else response.end(body);
}

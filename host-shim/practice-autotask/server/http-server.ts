import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PracticeState } from '../practice-state.ts';
import { type Answer, notFoundAnswer } from './answer.ts';
import { answerCall, type Served, unstruck } from './answer-call.ts';
import { type Call, readCall, urlOf } from './call.ts';

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
    // A client that leaves in the middle of its request gets no answer.
    handle(state, otherRoute, { request, response }).catch(() => response.destroy());
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
  const body = await readBody(request);
  const call = readCall(request, body);
  const served =
    call === undefined
      ? unstruck(otherRoute(request, body) ?? notFoundAnswer(urlOf(request).href))
      : await loggedAnswer(state, call);
  send(response, served, new Date(state.now()));
}

async function loggedAnswer(state: PracticeState, call: Call): Promise<Served> {
  const logged = state.log.start(call, state.now());
  const served = await answerCall(state, call);
  logged.end({ status: served.answer.status, fault: served.fault, at: state.now() });
  return served;
}

function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.on('error', reject);
  });
}

/** The date is the clock's that also stamps the rows, so a client can hold one against the other. */
function send(response: ServerResponse, { answer, afterwards }: Served, date: Date): void {
  const body = Buffer.from(answer.body, 'utf8');
  afterwards();
  if (answer.breaksOff === 'before') {
    response.destroy();
    return;
  }
  response.writeHead(answer.status, { date: date.toUTCString(), ...answer.headers, 'content-length': body.length });
  if (answer.breaksOff === 'midway') response.write(body.subarray(0, body.length / 2), () => response.destroy());
  else response.end(body);
}

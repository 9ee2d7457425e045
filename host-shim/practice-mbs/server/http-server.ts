import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { PracticeState } from '../practice-state.ts';
import { answerRequest } from './answer-request.ts';
import { sendAnswer } from './send-answer.ts';

export interface RunningServer {
  readonly origin: string;
  close(): Promise<void>;
}

export async function listen(
  state: PracticeState,
  { host, port }: { host: string; port: number },
): Promise<RunningServer> {
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    // A client that leaves in the middle of its request or of its answer gets no more of it.
    handle(state, request, response).catch(() => response.destroy());
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

async function handle(state: PracticeState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  await sendAnswer(response, await answerRequest(state, request, await text(request)));
}

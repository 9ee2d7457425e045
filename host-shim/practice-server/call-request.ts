import type { IncomingMessage } from 'node:http';

/** What a call is taken from, which need not have come over a socket. */
export type CallRequest = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

export function urlOf(request: CallRequest): URL {
  return new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
}

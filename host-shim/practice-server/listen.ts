import { createServer, type IncomingMessage, type Server, type ServerOptions, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RunningServer {
  readonly origin: string;
  close(): Promise<void>;
}

interface ListenOptions extends Pick<ServerOptions, 'maxHeaderSize'> {
  readonly host: string;
  readonly port: number;
}

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Starts an HTTP server and answers when it listens. */
export async function listen({ host, port, ...options }: ListenOptions, handle: Handle): Promise<RunningServer> {
  const server = createServer({ ...options, keepAliveTimeout: 60_000 }, (request, response) => {
    // A client that leaves in the middle of its request or of its answer gets no more of it.
    handle(request, response).catch(() => response.destroy());
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

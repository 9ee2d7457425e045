import type { FastifyInstance } from 'fastify';
import type { Configuration } from './configuration.ts';
import { StartRefused } from './start-refused.ts';

// Requests still running after this are cut off, so that the process ends well within its 10 s.
const PATIENCE_MS = 4000;

/** Begins to serve and answers the address. */
export async function listen(app: FastifyInstance, { host, port }: Configuration): Promise<string> {
  try {
    await app.listen({ host, port, listenTextResolver: () => 'listening' });
  } catch (error) {
    throw refusal(error, `${host}:${String(port)}`);
  }
  const address = app.server.address();
  const actualPort = typeof address === 'object' && address !== null ? address.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(actualPort)}`;
}

export async function closeServer(app: FastifyInstance): Promise<void> {
  const cutOff = setTimeout(() => {
    app.server.closeAllConnections();
  }, PATIENCE_MS);
  try {
    await app.close();
  } finally {
    clearTimeout(cutOff);
  }
}

function refusal(error: unknown, address: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  switch (code) {
    case 'EADDRINUSE':
      return new StartRefused(`PORT must be a free port, or 0 for any; ${address} is in use.`);
    case 'EACCES':
      return new StartRefused(`PORT must be a port this user may open; ${address} is not.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartRefused(`HOST must be an address or a name of this machine; ${address} is not.`);
    default:
      return error;
  }
}

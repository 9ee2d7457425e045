import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AutotaskFailure } from '../../../adapters/autotask/autotask-failure.ts';
import { Transport } from '../../../adapters/autotask/transport.ts';
import { NEVER, rejection } from './opened-source.ts';

async function listen(talk: (socket: Socket) => void): Promise<{ server: Server; origin: string }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    talk(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return { server, origin: `127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function send(url: string, { transport = new Transport(), signal = NEVER } = {}) {
  onTestFinished(() => transport.close());
  return transport.send({
    method: 'GET',
    url: new URL(url),
    headers: {},
    body: null,
    timeoutMs: 30_000,
    signal,
  });
}

describe('Transport', () => {
  it('calls a talker of something else no data', async () => {
    const { origin } = await listen((socket) => socket.end('220 mail.msp.example ESMTP\r\n'));
    expect(await rejection(send(`http://${origin}/`))).toMatchObject({ kind: 'not_data' });
  });

  it('sends nothing where no trusted connection is possible', async () => {
    const heard: Buffer[] = [];
    const { origin } = await listen((socket) => {
      socket.on('data', (data) => heard.push(data));
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n');
    });
    expect(await rejection(send(`https://${origin}/secret-path`))).toMatchObject({ kind: 'insecure' });
    expect(Buffer.concat(heard).toString('latin1')).not.toContain('secret-path');
  });

  it('does not read an answer without end', async () => {
    const chunk = Buffer.alloc(1024 * 1024, ' ');
    const { origin } = await listen((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n');
      const more = () => {
        while (!socket.destroyed && socket.write(chunk));
      };
      socket.on('drain', more);
      more();
    });
    expect(await rejection(send(`http://${origin}/`))).toMatchObject({ kind: 'bad_page', about: 'it does not end' });
  });

  it.each([
    ['before the answer', ''],
    ['in the middle of the answer', 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n{"items":['],
  ])("gives the signal's own reason when it is aborted %s", async (_when, begun) => {
    const controller = new AbortController();
    const reason = Object.assign(new Error('cancelled'), { code: 'ECONNRESET' });
    const { origin } = await listen((socket) => {
      socket.once('data', () => {
        if (begun !== '') socket.write(begun);
        setImmediate(() => controller.abort(reason));
      });
    });
    expect(await rejection(send(`http://${origin}/`, { signal: controller.signal }))).toBe(reason);
  });

  it('ends what is in flight when it is closed', async () => {
    let hasArrived: () => void = () => {};
    const arrival = new Promise<void>((resolve) => {
      hasArrived = resolve;
    });
    const { origin } = await listen((socket) => socket.once('data', () => hasArrived()));
    const transport = new Transport();
    const sending = rejection(send(`http://${origin}/`, { transport }));
    await arrival;
    await transport.close();
    expect(await sending).not.toBeInstanceOf(AutotaskFailure);
  });
});

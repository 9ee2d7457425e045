import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { firstHalf } from '../faults/faulty-answer.ts';
import type { Answer } from './answer.ts';

/** Sends an answer, long ones as fast as the client reads them and with no more than a part of them in memory. */
export async function sendAnswer(response: ServerResponse, answer: Answer): Promise<void> {
  const { status, headers, body } = answer;
  if (answer.breaksOff === 'before') {
    response.destroy();
    return;
  }
  if (answer.breaksOff === 'midway') {
    response.writeHead(status, headers);
    response.write(firstHalf(body), () => response.destroy());
    return;
  }
  if (typeof body === 'string') {
    const length = status === 204 ? {} : { 'content-length': Buffer.byteLength(body) };
    response.writeHead(status, { ...headers, ...length }).end(body);
    return;
  }
  response.writeHead(status, headers);
  await pipeline(Readable.from(body), response);
}

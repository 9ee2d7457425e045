import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Answer } from '../../practice-server/answer.ts';
import { urlOf } from '../../practice-server/call-request.ts';
import { listen, type RunningServer } from '../../practice-server/listen.ts';
import type { PracticeState } from '../practice-state.ts';
import { notFoundAnswer } from './answer.ts';
import { answerCall, type Served, unstruck } from './answer-call.ts';
import { type Call, readCall } from './call.ts';

/** Answers a request that is not for the REST interface; `undefined` when it is for nobody. */
export type OtherRoute = (request: IncomingMessage, body: string) => Answer | undefined;

/**
 * The cursors of a long pull make long addresses (autotask-api.md §3.4); Node's own limit is 16 KB.
 */
const LONGEST_HEAD = 1_048_576;

export function serve(
  state: PracticeState,
  { otherRoute, ...place }: { host: string; port: number; otherRoute: OtherRoute },
): Promise<RunningServer> {
  return listen({ ...place, maxHeaderSize: LONGEST_HEAD }, (request, response) =>
    handle(state, otherRoute, { request, response }),
  );
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

async function handle(state: PracticeState, otherRoute: OtherRoute, { request, response }: Exchange): Promise<void> {
  const body = await text(request);
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

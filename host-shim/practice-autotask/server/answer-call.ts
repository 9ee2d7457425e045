import type { FaultOrder } from '../faults/fault-orders.ts';
import { faultyAnswer } from '../faults/faulty-answer.ts';
import { addedLatencyMs } from '../limits/hour-counter.ts';
import type { PracticeState } from '../practice-state.ts';
import { type Answer, jsonAnswer, refusalAnswer, threadRefusalAnswer, unauthorizedAnswer } from './answer.ts';
import type { Call } from './call.ts';
import { entityOf } from './call-log.ts';
import { versionInformation, zoneInformation } from './information-routes.ts';
import { isPageRoute, routeAnswer } from './routes.ts';

/** An answer, and what is to be done once it has been sent. */
export interface Served {
  readonly answer: Answer;
  readonly afterwards: () => void;
}

/**
 * Leads one call past the gates: open calls, zone, login, threads, hour; then the fault or the
 * right answer.
 */
export async function answerCall(state: PracticeState, call: Call): Promise<Served> {
  if (call.route === 'zoneInformation') return openCall(state, call);
  if (call.route === 'VersionInformation') return done(versionInformation());
  const refusal = loginRefusal(state, call);
  if (refusal !== undefined) return done(refusal);
  const { threadLimit, threadRefusalStatus, retryAfterSeconds } = state.switches;
  const entity = entityOf(call.route);
  if (!state.threads.take(entity, threadLimit)) {
    return done(threadRefusalAnswer(threadLimit, threadRefusalStatus, retryAfterSeconds));
  }
  return { answer: await answerInThread(state, call), afterwards: () => giveThread(state, entity) };
}

/** A zone look-up needs no thread (autotask-api.md §1, documented). */
async function openCall(state: PracticeState, call: Call): Promise<Served> {
  if (state.switches.zoneCallCounts) state.hour.add(1, state.now());
  await pause(state, state.switches.latencyMs);
  return done(await struck(state, call, state.faults.strike(call.route), () => zoneInformation(state, call)));
}

function done(answer: Answer): Served {
  return { answer, afterwards: () => undefined };
}

function loginRefusal(state: PracticeState, call: Call): Answer | undefined {
  const unauthorized = unauthorizedAnswer(state.zone.number);
  // A wrong zone refuses before it looks at the user, so it locks nobody (autotask-api.md §1, seen
  // in 1 client live).
  if (!state.zone.isAt(call.zone)) return unauthorized;
  switch (state.user.logIn(call.headers, state.switches)) {
    case 'granted':
      return undefined;
    case 'refused':
      return unauthorized;
    case 'locked':
      return state.switches.lockedAnswer === 'empty_401'
        ? unauthorized
        : refusalAnswer('The API user is locked or inactive.');
    case 'wrong_code':
      return state.switches.wrongIntegrationCode === 'empty_401'
        ? unauthorized
        : refusalAnswer('IntegrationCode is invalid.');
  }
}

async function answerInThread(state: PracticeState, call: Call): Promise<Answer> {
  const { hourlyLimit, overLimitStatus, latencyMs, pageLatencyMs } = state.switches;
  const used = state.hour.count(state.now());
  if (used >= hourlyLimit) {
    // The wording above the limit is unpublished (autotask-api.md §14.1).
    return jsonAnswer(overLimitStatus, {
      errors: [`The external request threshold of ${hourlyLimit} requests per 60 minutes has been exceeded.`],
    });
  }
  state.hour.add(1, state.now());
  const fault = state.faults.strike(call.route);
  await pause(state, latencyMs + addedLatencyMs(used, hourlyLimit) + (isPageRoute(call.route) ? pageLatencyMs : 0));
  return struck(state, call, fault, () => {
    state.fireHooks(call.route);
    return routeAnswer(state, call);
  });
}

async function struck(
  state: PracticeState,
  call: Call,
  order: FaultOrder | undefined,
  right: () => Answer,
): Promise<Answer> {
  if (order?.fault === 'slow') await pause(state, order.delayMs ?? 30_000);
  const answer = right();
  const given =
    order === undefined
      ? answer
      : faultyAnswer(order.fault, answer, {
          url: call.url,
          zone: state.zone.number,
          threadLimit: state.switches.threadLimit,
          lastAnswer: state.lastAnswers.get(call.route),
        });
  if (isPageRoute(call.route)) state.lastAnswers.set(call.route, answer);
  return given;
}

/**
 * The thread is free a little after the answer has gone out (autotask-api.md §5, seen in 1 client
 * live).
 */
function giveThread(state: PracticeState, entity: string): void {
  const { slotReleaseMs } = state.switches;
  if (slotReleaseMs === 0) state.threads.give(entity);
  else void state.wait(slotReleaseMs).then(() => state.threads.give(entity));
}

async function pause(state: PracticeState, milliseconds: number): Promise<void> {
  if (milliseconds > 0) await state.wait(milliseconds);
}

import { type Answer, htmlAnswer, jsonAnswer } from '../../practice-server/answer.ts';
import type { FaultName } from '../faults/fault-names.ts';
import type { Strike } from '../faults/fault-orders.ts';
import { faultyAnswer } from '../faults/faulty-answer.ts';
import { pageBefore } from '../faults/page-before.ts';
import { addedLatencyMs } from '../limits/hour-counter.ts';
import type { PracticeState } from '../practice-state.ts';
import { refusalAnswer, threadRefusalAnswer, unauthorizedAnswer, wrongMethodAnswer } from './answer.ts';
import { type Call, isPageRoute } from './call.ts';
import { entityOf } from './call-counters.ts';
import { versionInformation, zoneInformation } from './information-routes.ts';
import { routeAnswer } from './routes.ts';

interface Struck {
  readonly answer: Answer;
  readonly fault: FaultName | null;
}

/** An answer, the fault that struck it, and what is to be done once it has been sent. */
export interface Served extends Struck {
  readonly afterwards: () => void;
}

export function unstruck(answer: Answer): Served {
  return { answer, fault: null, afterwards: nothing };
}

function nothing(): void {}

/**
 * Leads one call past the gates: open calls, zone, login, threads, hour; then the fault or the
 * right answer.
 */
export async function answerCall(state: PracticeState, call: Call): Promise<Served> {
  if (isOpenRoute(call.route)) return openCall(state, call);
  const refusal = loginRefusal(state, call);
  if (refusal !== undefined) return unstruck(refusal);
  const entity = entityOf(call.route);
  const { threadLimit: limit, slotReleaseMs } = state.switches;
  if (!state.threads.take(entity, { limit, at: state.elapsed() })) return unstruck(threadRefusalAnswer(state.switches));
  // The thread is free a little after the answer has gone out (autotask-api.md §5, seen in 1 client live).
  const afterwards = () => state.threads.give(entity, state.elapsed() + slotReleaseMs);
  return { ...(await answerInThread(state, call).catch(brokenAnswer)), afterwards };
}

function brokenAnswer(error: unknown): Struck {
  return unstruck(htmlAnswer(500, 'Practice server error', error instanceof Error ? error.message : String(error)));
}

function isOpenRoute(route: string): boolean {
  return route === 'zoneInformation' || route === 'VersionInformation';
}

/** Open calls need no credentials, and a zone look-up no thread (autotask-api.md §1, documented). */
async function openCall(state: PracticeState, call: Call): Promise<Served> {
  if (call.method !== 'GET') return unstruck(wrongMethodAnswer(call.method));
  if (call.route === 'VersionInformation') return unstruck(versionInformation());
  if (state.switches.zoneCallCounts) state.hour.add(1, state.now());
  const strike = state.faults.strike(call);
  await pause(state, state.switches.latencyMs);
  return { ...(await struck(state, { call, strike }, () => zoneInformation(state, call))), afterwards: nothing };
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

async function answerInThread(state: PracticeState, call: Call): Promise<Struck> {
  const { hourlyLimit, latencyMs, pageLatencyMs } = state.switches;
  const used = state.hour.count(state.now());
  if (used >= hourlyLimit) return unstruck(overLimitAnswer(state));
  state.hour.add(1, state.now());
  const strike = state.faults.strike(call);
  const delayMs = latencyMs + addedLatencyMs(used, hourlyLimit) + (isPageRoute(call.route) ? pageLatencyMs : 0);
  const underWay = pause(state, delayMs);
  // Made meanwhile, so that a call takes as long as the switches say, and not longer by what this machine needs.
  const answer = await struck(state, { call, strike }, () => {
    state.hooks.fire(call.route);
    return routeAnswer(state, call);
  });
  await underWay;
  return answer;
}

/** What a call above the hour's limit gets is unpublished (autotask-api.md §14.1). */
function overLimitAnswer({ switches }: PracticeState): Answer {
  const { hourlyLimit, overLimitStatus, overLimitBody } = switches;
  if (overLimitBody === 'empty') return { status: overLimitStatus, headers: {}, body: '' };
  return jsonAnswer(overLimitStatus, {
    errors: [`The external request threshold of ${hourlyLimit} requests per 60 minutes has been exceeded.`],
  });
}

interface JudgedCall {
  readonly call: Call;
  /** What hit it when it came in. */
  readonly strike: Strike | undefined;
}

async function struck(state: PracticeState, { call, strike }: JudgedCall, right: () => Answer): Promise<Struck> {
  if (strike?.fault === 'slow') await pause(state, strike.delayMs);
  const answer = right();
  if (strike === undefined) return { answer, fault: null };
  const before = strike.fault === 'repeated_page' ? pageBefore(state.log, call) : undefined;
  const faulty = faultyAnswer(strike, answer, {
    url: call.url,
    zone: state.zone.number,
    threadRefusal: threadRefusalAnswer(state.switches),
    pageBefore: before === undefined ? undefined : routeAnswer(state, before),
  });
  return { answer: faulty, fault: strike.fault };
}

async function pause(state: PracticeState, milliseconds: number): Promise<void> {
  if (milliseconds > 0) await state.wait(milliseconds);
}

import { htmlAnswer } from '../../practice-server/answer.ts';
import { type FaultName, isFaultAfter, isFaultBefore } from '../faults/fault-names.ts';
import type { Strike } from '../faults/fault-orders.ts';
import { insteadOfAnswer, insteadOfCall } from '../faults/faulty-answer.ts';
import type { PracticeState } from '../practice-state.ts';
import { type Answer, tooManyAnswer } from './answer.ts';
import type { Call } from './call.ts';
import { rightAnswer } from './right-answer.ts';

/** An answer and the fault that struck it. */
export interface Served {
  readonly answer: Answer;
  readonly fault: FaultName | null;
}

/** Leads one call past the limit, then to the fault or the right answer. */
export async function answerCall(state: PracticeState, call: Call): Promise<Served> {
  const { mostAtOnce, latencyMs } = state.switches;
  if (mostAtOnce !== null && state.log.open > mostAtOnce) return unstruck(tooManyAnswer(state.switches));
  const strike = state.faults.strike(call);
  const underWay = pause(state, latencyMs);
  // Made meanwhile, so that a call takes as long as the switches say, and not longer by what this machine needs.
  const served = await (strike === undefined ? answered(state, call) : struck(state, call, strike)).catch(broken);
  await underWay;
  return served;
}

async function answered(state: PracticeState, call: Call): Promise<Served> {
  return unstruck(carriedOut(state, call));
}

async function struck(state: PracticeState, call: Call, { fault, delayMs }: Strike): Promise<Served> {
  if (isFaultBefore(fault)) return { answer: insteadOfCall(fault, state), fault };
  if (fault === 'slow_effect') await pause(state, delayMs);
  const right = carriedOut(state, call);
  if (fault === 'slow_answer') await pause(state, delayMs);
  return { answer: isFaultAfter(fault) ? insteadOfAnswer(fault, right, state) : right, fault };
}

function carriedOut(state: PracticeState, call: Call): Answer {
  state.hooks.fire(`${call.method} ${call.route}`);
  return rightAnswer(state, call);
}

function unstruck(answer: Answer): Served {
  return { answer, fault: null };
}

function broken(error: unknown): Served {
  return unstruck(htmlAnswer(500, 'Practice server error', error instanceof Error ? error.message : String(error)));
}

async function pause(state: PracticeState, milliseconds: number): Promise<void> {
  if (milliseconds > 0) await state.wait(milliseconds);
}

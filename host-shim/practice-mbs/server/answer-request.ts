import { type CallRequest, urlOf } from '../../practice-server/call-request.ts';
import type { PracticeState } from '../practice-state.ts';
import type { Answer } from './answer.ts';
import { answerCall } from './answer-call.ts';
import { readCall } from './call.ts';
import { notFoundAnswer } from './right-answer.ts';

/** Answers a request and logs the call. Without a latency it has had its effect when this returns its promise. */
export async function answerRequest(state: PracticeState, request: CallRequest, body: string): Promise<Answer> {
  const call = readCall(request, body);
  if (call === undefined) return notFoundAnswer(state, urlOf(request).href);
  const logged = state.log.start(call, state.now());
  const { answer, fault } = await answerCall(state, call);
  logged.end({ status: answer.status, fault, at: state.now() });
  return answer;
}

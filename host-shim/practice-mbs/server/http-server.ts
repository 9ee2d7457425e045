import { text } from 'node:stream/consumers';
import { listen, type RunningServer } from '../../practice-server/listen.ts';
import type { PracticeState } from '../practice-state.ts';
import { answerRequest } from './answer-request.ts';
import { sendAnswer } from './send-answer.ts';

export function serve(state: PracticeState, place: { host: string; port: number }): Promise<RunningServer> {
  return listen(place, async (request, response) => {
    await sendAnswer(response, await answerRequest(state, request, await text(request)));
  });
}

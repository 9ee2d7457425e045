import { htmlAnswer } from '../../practice-server/answer.ts';
import type { PracticeState } from '../practice-state.ts';
import { type Answer, badTokenAnswer, messageAnswer, tooManyAnswer } from '../server/answer.ts';
import type { FaultAfter, FaultBefore } from './fault-names.ts';

/** What a call gets that is never carried out. */
export function insteadOfCall(fault: FaultBefore, state: PracticeState): Answer {
  switch (fault) {
    case 'reset':
      return { status: 200, headers: {}, body: '', breaksOff: 'before' };
    case 'error_500':
      return errorAnswer(state);
    case 'bad_gateway':
      return htmlAnswer(502, '502 Bad Gateway', 'The server received an invalid response.');
    case 'unavailable':
      return htmlAnswer(503, '503 Service Unavailable', 'The service is unavailable.');
    case 'html_200':
      return maintenanceAnswer();
    case 'too_many':
      return tooManyAnswer(state.switches);
    case 'token_expired':
      // Not only this call's: who has several under way is refused with all that follow, until a new log-in.
      state.tokens.expireAll();
      return badTokenAnswer(state.switches);
  }
}

/** What a call gets that has been carried out, so that only a look-up tells. */
export function insteadOfAnswer(fault: FaultAfter, right: Answer, state: PracticeState): Answer {
  switch (fault) {
    case 'answer_lost':
      return { ...right, breaksOff: 'before' };
    case 'reset_midway':
      return { ...right, status: 200, breaksOff: 'midway' };
    case 'error_after_effect':
      return errorAnswer(state);
    case 'gateway_timeout':
      return htmlAnswer(504, '504 Gateway Timeout', 'The server did not answer in time.');
    case 'html_after_effect':
      return maintenanceAnswer();
    case 'garbage_json':
      return { ...right, status: 200, body: `${firstHalf(right.body)}<!--` };
    case 'empty_200':
      return { ...right, status: 200, body: '' };
  }
}

/** What ASP.NET says of an exception (mbs.md §3.4). */
function errorAnswer({ switches }: PracticeState): Answer {
  return messageAnswer(500, 'An error has occurred.', switches);
}

function maintenanceAnswer(): Answer {
  return htmlAnswer(200, 'Scheduled maintenance', 'The service is being updated and will be back shortly.');
}

/** Of a long list, half of its first part; of nothing, something that is no JSON either. */
export function firstHalf(body: Answer['body']): string {
  const [first = ''] = typeof body === 'string' ? [body] : body;
  return first === '' ? '{' : first.slice(0, Math.floor(first.length / 2));
}

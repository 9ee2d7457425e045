import type { PracticeState } from '../practice-state.ts';
import type { SentObject } from '../sent/sent-object.ts';
import type { Answer } from '../server/answer.ts';
import type { Call } from '../server/call.ts';

/** A call that was let in, with its body read. */
export interface Asked {
  readonly call: Call;
  readonly sent: SentObject;
}

export interface Route {
  readonly method: string;
  readonly route: string;
  readonly answer: (state: PracticeState, asked: Asked) => Answer;
}

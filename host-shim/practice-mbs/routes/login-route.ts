import { jsonAnswer } from '../../practice-server/answer.ts';
import { practiceLogin } from '../practice-login.ts';
import type { PracticeState } from '../practice-state.ts';
import { type Answer, messageAnswer } from '../server/answer.ts';
import type { Route } from './route.ts';

export const loginRoute: Route = {
  method: 'POST',
  route: 'Provider/Login',
  answer(state, { sent }) {
    const isRight = sent.text('UserName') === practiceLogin.username && sent.text('Password') === state.password;
    return isRight ? tokenAnswer(state) : wrongLoginAnswer(state);
  },
};

function tokenAnswer({ tokens, now, switches }: PracticeState): Answer {
  const issuedAt = now();
  const endsAt = issuedAt + switches.tokenSeconds * 1000;
  return jsonAnswer(200, {
    access_token: tokens.issue(endsAt),
    token_type: 'bearer',
    expires_in: switches.tokenSeconds,
    userName: practiceLogin.username,
    '.issued': new Date(issuedAt).toUTCString(),
    '.expires': new Date(endsAt).toUTCString(),
  });
}

/** 400 in the documentation, 403 in three clients (mbs.md §3.1). */
function wrongLoginAnswer({ switches }: PracticeState): Answer {
  const text = 'The user name or password is incorrect.';
  switch (switches.wrongLogin) {
    case 'status_400':
      return jsonAnswer(400, { error: 'invalid_grant', error_description: text });
    case 'status_401':
      return messageAnswer(401, text, switches);
    case 'status_403':
      return messageAnswer(403, text, switches);
  }
}

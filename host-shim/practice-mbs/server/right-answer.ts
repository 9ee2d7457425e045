import { jsonAnswer } from '../../practice-server/answer.ts';
import type { PracticeState } from '../practice-state.ts';
import { accountRoutes } from '../routes/account-routes.ts';
import { companyRoutes } from '../routes/company-routes.ts';
import { destinationRoutes } from '../routes/destination-routes.ts';
import { loginRoute } from '../routes/login-route.ts';
import { packageRoutes } from '../routes/package-routes.ts';
import { Refused } from '../routes/refused.ts';
import type { Route } from '../routes/route.ts';
import { userRoutes } from '../routes/user-routes.ts';
import { readSent } from '../sent/read-sent.ts';
import { type Answer, badTokenAnswer, messageAnswer } from './answer.ts';
import type { Call } from './call.ts';

const routes: readonly Route[] = [
  loginRoute,
  ...userRoutes,
  ...destinationRoutes,
  ...accountRoutes,
  ...packageRoutes,
  ...companyRoutes,
];

/** The right answer to a call, with its effect. */
export function rightAnswer(state: PracticeState, call: Call): Answer {
  const matching = routes.filter(({ route }) => route === call.route);
  if (matching.length === 0) return notFoundAnswer(state, call.url);
  const route = matching.find(({ method }) => method === call.method);
  if (route === undefined) {
    return messageAnswer(405, `The requested resource does not support http method '${call.method}'.`, state.switches);
  }
  return (route === loginRoute ? undefined : tokenRefusal(state, call)) ?? routeAnswer(state, route, call);
}

export function notFoundAnswer({ switches }: PracticeState, url: string): Answer {
  return messageAnswer(404, `No HTTP resource was found that matches the request URI '${url}'.`, switches);
}

function tokenRefusal(state: PracticeState, call: Call): Answer | undefined {
  const [, token] = /^bearer (.+)$/i.exec(call.headers.authorization ?? '') ?? [];
  if (token !== undefined && state.tokens.isGood(token, state.now())) return undefined;
  const isCreate = call.method === 'POST' && call.route === 'Users';
  const isSaidIn200 = token === undefined || state.switches.badTokenOnCreate === 'said_in_200';
  // A create without a token is answered like any other failed create (mbs.md §3.4, seen in 1 client).
  return isCreate && isSaidIn200 ? jsonAnswer(200, 'No token received') : badTokenAnswer(state.switches);
}

function routeAnswer(state: PracticeState, route: Route, call: Call): Answer {
  const sent = readSent({ contentType: call.headers['content-type'] ?? '', text: call.body });
  try {
    return route.answer(state, { call, sent });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return state.switches.refusals === 'status_400'
      ? messageAnswer(400, error.message, state.switches)
      : jsonAnswer(200, error.message);
  }
}

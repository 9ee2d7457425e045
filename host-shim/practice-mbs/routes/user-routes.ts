import { jsonAnswer } from '../../practice-server/answer.ts';
import type { PracticeUser } from '../data/practice-user.ts';
import type { PracticeState } from '../practice-state.ts';
import { type Answer, listAnswer, messageAnswer, nothingAnswer } from '../server/answer.ts';
import { jsonList } from '../server/json-list.ts';
import { wireUser } from '../wire/wire-user.ts';
import { askedUuid } from './asked-id.ts';
import { changeUser } from './change-user.ts';
import { createUser } from './create-user.ts';
import { Refused } from './refused.ts';
import type { Asked, Route } from './route.ts';

export const userRoutes: readonly Route[] = [
  { method: 'GET', route: 'Users', answer: listUsers },
  { method: 'POST', route: 'Users', answer: createUser },
  { method: 'PUT', route: 'Users', answer: changeUser },
  { method: 'GET', route: 'Users/{id}', answer: oneUser },
  { method: 'PUT', route: 'Users/Authenticate', answer: authenticateUser },
  { method: 'DELETE', route: 'Users/{id}/Account', answer: deleteAccount },
  { method: 'DELETE', route: 'Users/{id}', answer: deleteWithData },
];

/** Everything at once; whether anything pages the list is doubtful (mbs.md §3.4). */
function listUsers(state: PracticeState, { call }: Asked): Answer {
  const users = state.database.users.all();
  const skip = Number(call.search.get('skip') ?? 0);
  const take = Number(call.search.get('take') ?? users.length);
  const listed = state.switches.paging === 'honoured' ? users.slice(skip, skip + take) : users;
  return listAnswer(jsonList(listed, (user) => wireUser(state, user)));
}

/** An unknown id is answered with `null` (mbs.md §3.4, seen in 2 clients). */
function oneUser(state: PracticeState, { call }: Asked): Answer {
  return nullableUser(state, state.database.users.byId(askedUuid(call)));
}

function authenticateUser(state: PracticeState, { sent }: Asked): Answer {
  const user = state.database.users.withLogin(sent.text('Email') ?? '', state.switches.loginCase);
  return nullableUser(state, user?.password === sent.text('Password') ? user : undefined);
}

function nullableUser(state: PracticeState, user: PracticeUser | undefined): Answer {
  return jsonAnswer(200, user === undefined ? null : wireUser(state, user));
}

function deleteAccount(state: PracticeState, { call }: Asked): Answer {
  const id = askedUuid(call);
  if (state.database.users.byId(id) === undefined) throw new Refused('User not found.');
  state.database.users.remove(id);
  return deletedAnswer(state);
}

/** Takes the backup data, too (mbs.md §3.2). It is here so that a test can prove that nobody calls it. */
function deleteWithData(state: PracticeState, asked: Asked): Answer {
  const answer = deleteAccount(state, asked);
  state.database.erasedUsers.push(askedUuid(asked.call));
  return answer;
}

/** One tester saw 500 although it deleted (mbs.md §3.2). */
function deletedAnswer({ switches }: PracticeState): Answer {
  return switches.deletedUser === 'done'
    ? nothingAnswer(switches)
    : messageAnswer(500, 'An error has occurred.', switches);
}

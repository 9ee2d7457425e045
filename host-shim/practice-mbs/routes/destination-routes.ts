import { jsonAnswer } from '../../practice-server/answer.ts';
import type { GivenDestination, PracticeUser } from '../data/practice-user.ts';
import type { PracticeState } from '../practice-state.ts';
import { type Answer, messageAnswer, nothingAnswer } from '../server/answer.ts';
import { wireDestinations } from '../wire/wire-account.ts';
import { wireGivenDestinations } from '../wire/wire-user.ts';
import { askedUuid } from './asked-id.ts';
import { checkDestination, givenDestination, givenPackage } from './given-destination.ts';
import { Refused } from './refused.ts';
import type { Asked, Route } from './route.ts';
import { sentUser } from './sent-user.ts';

export const destinationRoutes: readonly Route[] = [
  { method: 'GET', route: 'Destinations', answer: (state) => jsonAnswer(200, wireDestinations(state)) },
  { method: 'GET', route: 'Destinations/{id}', answer: destinationsOfLogin },
  { method: 'POST', route: 'Destinations', answer: give },
  { method: 'PUT', route: 'Destinations', answer: change },
  { method: 'DELETE', route: 'Destinations/{id}', answer: takeAway },
];

/** An unknown login is 406 (mbs.md §3.4, seen in 1 client). */
function destinationsOfLogin(state: PracticeState, { call }: Asked): Answer {
  const user = state.database.users.withLogin(call.id, state.switches.loginCase);
  if (user === undefined) return messageAnswer(406, 'User not found.', state.switches);
  return jsonAnswer(200, wireGivenDestinations(state, user));
}

function give(state: PracticeState, { sent }: Asked): Answer {
  const user = sentUser(state, sent, 'UserID');
  const given = givenDestination(state, sent);
  if (user.destinations.some((other) => isSame(other, given))) throw new Refused('Destination already exists.');
  putDestinations(state, user, [...user.destinations, given]);
  return state.switches.givenDestination === 'id' ? jsonAnswer(200, given.id) : nothingAnswer(state.switches);
}

function isSame(one: GivenDestination, other: GivenDestination): boolean {
  return one.accountId === other.accountId && one.destination === other.destination;
}

/** The account is fixed; the destination within it and the package are not (mbs.md §3.2, documented). */
function change(state: PracticeState, { sent }: Asked): Answer {
  const user = sentUser(state, sent, 'UserID');
  const given = ownDestination(user, sent.text('ID') ?? '');
  const accountId = (sent.text('AccountID') ?? given.accountId).toLowerCase();
  if (accountId !== given.accountId) throw new Refused('The account of a destination cannot be changed.');
  const destination = sent.text('Destination') ?? given.destination;
  checkDestination(state.database, accountId, destination);
  const changed = { ...given, destination, packageId: givenPackage(state, sent) };
  putDestinations(
    state,
    user,
    user.destinations.map((each) => (each === given ? changed : each)),
  );
  return nothingAnswer(state.switches);
}

function takeAway(state: PracticeState, { call }: Asked): Answer {
  const user = state.database.users.byId(call.search.get('userId') ?? '');
  if (user === undefined) throw new Refused('User not found.');
  const given = ownDestination(user, askedUuid(call));
  putDestinations(
    state,
    user,
    user.destinations.filter((each) => each !== given),
  );
  return nothingAnswer(state.switches);
}

function ownDestination({ destinations }: PracticeUser, id: string): GivenDestination {
  const given = destinations.find((each) => each.id === id.toLowerCase());
  if (given === undefined) throw new Refused('Destination not found.');
  return given;
}

function putDestinations(
  { database }: PracticeState,
  user: PracticeUser,
  destinations: readonly GivenDestination[],
): void {
  database.users.put({ ...user, destinations });
}

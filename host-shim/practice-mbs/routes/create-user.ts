import { jsonAnswer } from '../../practice-server/answer.ts';
import type { GivenDestination, PracticeUser } from '../data/practice-user.ts';
import type { PracticeState } from '../practice-state.ts';
import type { SentObject } from '../sent/sent-object.ts';
import type { Answer } from '../server/answer.ts';
import { licenseField } from '../wire/license-field.ts';
import { givenDestination } from './given-destination.ts';
import { Refused } from './refused.ts';
import type { Asked } from './route.ts';
import { userCompany } from './user-company.ts';
import { checkPassword } from './user-password.ts';

/** Answers 200 whatever happens: a new id, or a sentence why there is none (mbs.md §0.1, seen in 2 clients). */
export function createUser(state: PracticeState, { sent }: Asked): Answer {
  const login = sent.text('Email') ?? '';
  const isEnabled = sent.flag('Enabled');
  const password = sent.text('Password') ?? '';
  // The model is checked before anything else, and that refusal is not one of the sentences in a 200.
  if (login.trim() === '' || isEnabled === undefined) throw new Refused('The request is invalid.');
  checkPassword(password);
  try {
    return jsonAnswer(200, createdUser(state, sent, { login, isEnabled, password }).id);
  } catch (error) {
    if (error instanceof Refused) return jsonAnswer(200, error.message);
    throw error;
  }
}

type NeededFields = Pick<PracticeUser, 'login' | 'isEnabled' | 'password'>;

function createdUser(state: PracticeState, sent: SentObject, needed: NeededFields): PracticeUser {
  const { database, switches } = state;
  if (database.isTaken(needed.login, switches.loginCase)) throw new Refused('Email already exist.');
  const user = {
    ...needed,
    id: database.newId(),
    firstName: sent.text('FirstName') ?? '',
    lastName: sent.text('LastName') ?? '',
    notificationEmails: sent.texts('NotificationEmails') ?? [],
    company: userCompany(state, sent.text('Company') ?? '') || (switches.defaultCompany ?? ''),
    licenseMode: sent.number(licenseField(switches)) ?? 0,
    destinations: sentDestinations(state, sent),
    spaceUsedKb: 0,
  };
  database.users.put(user);
  if (sent.flag('SendEmailInstruction')) database.mails.push({ login: user.login, to: user.notificationEmails });
  return user;
}

function sentDestinations(state: PracticeState, sent: SentObject): GivenDestination[] {
  return sent.objects('DestinationList').flatMap((each) => {
    try {
      return [givenDestination(state, each)];
    } catch (error) {
      if (error instanceof Refused && state.switches.badAssignment === 'dropped') return [];
      throw error;
    }
  });
}

import type { PracticeUser } from '../data/practice-user.ts';
import type { PracticeState } from '../practice-state.ts';
import type { SentObject } from '../sent/sent-object.ts';
import { type Answer, nothingAnswer } from '../server/answer.ts';
import type { PracticeSwitches } from '../switches.ts';
import { licenseField } from '../wire/license-field.ts';
import { Refused } from './refused.ts';
import type { Asked } from './route.ts';
import { sentUser } from './sent-user.ts';
import { userCompany } from './user-company.ts';
import { checkPassword } from './user-password.ts';

/** Needs `ID` and `Enabled` and takes no destinations (mbs.md §3.3, documented). */
export function changeUser(state: PracticeState, { sent }: Asked): Answer {
  const isEnabled = sent.flag('Enabled');
  if (sent.text('ID') === undefined || isEnabled === undefined) throw new Refused('The request is invalid.');
  const user = sentUser(state, sent, 'ID');
  state.database.users.put({ ...changedUser(state, user, sent), isEnabled });
  return nothingAnswer(state.switches);
}

function changedUser(state: PracticeState, user: PracticeUser, sent: SentObject): PracticeUser {
  const { leftOutOnPut } = state.switches;
  const kept = leftOutOnPut === 'kept' ? user : { firstName: '', lastName: '', notificationEmails: [] };
  return {
    ...user,
    login: sentLogin(state, user, sent),
    password: sentPassword(user, sent),
    firstName: sent.text('FirstName') ?? kept.firstName,
    lastName: sent.text('LastName') ?? kept.lastName,
    notificationEmails: sent.texts('NotificationEmails') ?? kept.notificationEmails,
    company: sentCompany(state, user, sent),
    licenseMode: sentLicenseMode(state.switches, user, sent),
  };
}

/** Nobody is left without a login or a password: what cannot be empty stays as it was. */
function sentLogin({ database, switches }: PracticeState, user: PracticeUser, sent: SentObject): string {
  const login = sent.text('Email') ?? '';
  if (login.trim() === '') return user.login;
  const owner = database.users.withLogin(login, switches.loginCase);
  if (owner?.id !== user.id && database.isTaken(login, switches.loginCase)) throw new Refused('Email already exist.');
  return login;
}

function sentPassword(user: PracticeUser, sent: SentObject): string {
  const password = sent.text('Password') ?? '';
  if (password === '') return user.password;
  checkPassword(password);
  return password;
}

/** The vendor's own module leaves an empty company out, so as not to wipe it (mbs.md §3.3). */
function sentCompany(state: PracticeState, user: PracticeUser, sent: SentObject): string {
  const name = sent.text('Company');
  if (name !== undefined) return userCompany(state, name);
  return state.switches.leftOutOnPut === 'blanked' ? '' : user.company;
}

/** Who has it as the company does keeps that: it cannot be changed directly (mbs.md §3.3). */
function sentLicenseMode(switches: PracticeSwitches, user: PracticeUser, sent: SentObject): number {
  if (user.licenseMode === 2) return 2;
  return sent.number(licenseField(switches)) ?? (switches.leftOutOnPut === 'kept' ? user.licenseMode : 0);
}

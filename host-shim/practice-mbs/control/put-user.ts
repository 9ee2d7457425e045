import type { PracticeUser } from '../data/practice-user.ts';
import type { PracticeState } from '../practice-state.ts';
import type { UserValues } from './practice-control.ts';

export function putUser(state: PracticeState, values: UserValues): string {
  const user = { ...userBefore(state, values.id), ...values };
  const { users } = state.database;
  const owner = users.withLogin(user.login, state.switches.loginCase);
  if (user.login.trim() === '') throw new Error('A user needs a login');
  if (owner !== undefined && owner.id !== user.id) throw new Error(`Another user has the login ${user.login}`);
  users.put(user);
  return user.id;
}

function userBefore({ database }: PracticeState, id: string | undefined): PracticeUser {
  if (id === undefined) return newUser(database.newId());
  const user = database.users.byId(id);
  if (user === undefined) throw new Error(`There is no user ${id}`);
  return user;
}

function newUser(id: string): PracticeUser {
  return {
    id,
    login: '',
    password: id,
    firstName: '',
    lastName: '',
    notificationEmails: [],
    company: '',
    isEnabled: true,
    licenseMode: 1,
    destinations: [],
    spaceUsedKb: 0,
  };
}

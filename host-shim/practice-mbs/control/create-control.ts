import type { PracticeState } from '../practice-state.ts';
import { addAccount } from './add-account.ts';
import type { PracticeControl } from './practice-control.ts';
import { putUser } from './put-user.ts';

export function createControl(state: PracticeState): PracticeControl {
  const { database } = state;
  return {
    users: () => database.users.all(),
    putUser: (values) => putUser(state, values),
    deleteUser(id) {
      if (database.users.byId(id) === undefined) throw new Error(`There is no user ${id}`);
      database.users.remove(id);
    },
    takeElsewhere: (login) => database.takeElsewhere(login),
    companies: () => [...database.companies.values()],
    accounts: () => [...database.accounts.values()],
    addAccount: (values) => addAccount(state, values),
    packages: () => [...database.packages.values()],
    removePackage(id) {
      if (!database.packages.delete(id)) throw new Error(`There is no package ${id}`);
    },
    changePackage(id, changes) {
      const found = database.packages.get(id);
      if (found === undefined) throw new Error(`There is no package ${id}`);
      database.packages.set(id, { ...found, ...changes });
    },
    mails: () => [...database.mails],
    erasedUsers: () => [...database.erasedUsers],
    expireTokens: () => state.tokens.expireAll(),
    changePassword(password) {
      state.password = password;
    },
    get switches() {
      return state.switches;
    },
    setSwitches: (changes) => state.setSwitches(changes),
    orderFault: (order) => state.faults.add(order),
    clearFaults: () => state.faults.clear(),
    counters: () => state.log.counters(),
    calls: () => state.log.calls,
    resetCounters: () => state.log.reset(),
    whenCalled: (route, nth, act) => state.hooks.add(route, nth, act),
  };
}

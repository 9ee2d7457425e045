import type { PracticeUser } from './practice-user.ts';

export class UserTable {
  readonly #byId = new Map<string, PracticeUser>();
  readonly #idsByKey = new Map<string, Set<string>>();

  /** All users as they are now; later changes do not show in it. */
  all(): readonly PracticeUser[] {
    return [...this.#byId.values()];
  }

  byId(id: string): PracticeUser | undefined {
    return this.#byId.get(id.toLowerCase());
  }

  withLogin(login: string, loginCase: 'folded' | 'kept'): PracticeUser | undefined {
    const ids = [...(this.#idsByKey.get(loginKey(login)) ?? [])];
    const users = ids.flatMap((id) => this.#byId.get(id) ?? []);
    return loginCase === 'folded' ? users[0] : users.find((user) => user.login.trim() === login.trim());
  }

  /** A user that is there already keeps its place in the list. */
  put(user: PracticeUser): void {
    this.#forgetLogin(user.id);
    this.#byId.set(user.id, user);
    const ids = this.#idsByKey.get(loginKey(user.login)) ?? new Set();
    this.#idsByKey.set(loginKey(user.login), ids.add(user.id));
  }

  remove(id: string): void {
    this.#forgetLogin(id);
    this.#byId.delete(id);
  }

  #forgetLogin(id: string): void {
    const user = this.#byId.get(id);
    if (user !== undefined) this.#idsByKey.get(loginKey(user.login))?.delete(id);
  }
}

export function loginKey(login: string): string {
  return login.trim().toLowerCase();
}

import type { Choice, Lifecycle, Luck, Outcomes, Person, UserForm, View } from './lifecycle.ts';

interface Row extends Person, Choice {
  readonly id: string;
  readonly isGone: boolean;
}

interface Login extends UserForm {
  readonly id: string;
  readonly email: string;
  readonly destinations: Readonly<Record<string, string | null>>;
}

const keyOf = (email: string) => email.trim().toLowerCase();
const spelled = (text: string) => text.normalize('NFC').split(/\s+/u).filter(Boolean).join(' ');
const isShared = (row: Row) => row.isActive && !row.isGone;

/** What must hold, told from the product's text alone: who owns which user, and whose last attempt failed. */
export class LifecycleOracle implements Lifecycle {
  readonly #source = new Map<string, Person>();
  readonly #list = new Map<string, Row>();
  readonly #users = new Map<string, Login>();
  /** The contact whose import made the user or took it over. */
  readonly #owners = new Map<string, string>();
  /** Contacts whose last attempt failed; `unknown` when nobody knows if there is a user now. */
  readonly #failed = new Map<string, 'failed' | 'unknown'>();
  #unfinished: { readonly items: readonly Row[]; readonly rivals: ReadonlyMap<string, number> } | null = null;
  #count = 0;

  #statusOf(row: Row): string {
    if (this.#failed.has(row.id)) return 'failed';
    const user = this.#ownUser(row);
    if (user === null) return 'blank';
    return isSame(row, user) ? 'equal' : 'modified';
  }

  #ownUser(row: Row): Login | null {
    const user = this.#userWith(row.email);
    return user !== null && this.#ownerOf(user, this.#rows()) === row.id ? user : null;
  }

  /** The linked contact whose email still matches, else the only active, the only inactive, or a gone one. */
  #ownerOf(user: Login, rows: readonly Row[]): string | null {
    const matching = rows.filter(({ email }) => keyOf(email) === keyOf(user.email));
    const linked = matching.filter(({ id }) => this.#owners.get(user.id) === id);
    const present = matching.filter(({ isGone }) => !isGone);
    const ranks = [linked.filter((row) => !row.isGone), matching.filter(isShared), present, linked, matching];
    const best = ranks.find(({ length }) => length > 0) ?? [];
    return best.length === 1 ? (best[0]?.id ?? null) : null;
  }

  #sharingOf(row: Row): string | null {
    if (!isShared(row) || this.#failed.has(row.id) || !isUsable(row.email)) return null;
    const user = this.#userWith(row.email);
    const owner = user === null ? row.id : this.#ownerOf(user, this.#rows());
    if (owner === null) return 'email_ambiguous';
    const sharing = this.#rows().filter((other) => isShared(other) && keyOf(other.email) === keyOf(row.email));
    return owner !== row.id || sharing.length > 1 ? 'email_shared' : null;
  }

  fetch(): void {
    for (const [id, person] of this.#source) {
      const row = this.#list.get(id);
      if (row !== undefined && keyOf(row.email) !== keyOf(person.email)) this.#failed.delete(id);
      this.#list.set(id, { destinationId: null, packageId: null, ...row, ...person, id, isGone: false });
    }
    for (const row of this.#rows()) if (!this.#source.has(row.id)) this.#list.set(row.id, { ...row, isGone: true });
    this.#noteUsers();
    const leaving = this.#rows().filter((row) => row.isGone && this.#ownUser(row) === null);
    for (const row of leaving) {
      this.#list.delete(row.id);
      this.#failed.delete(row.id);
      for (const [userId, owner] of this.#owners) if (owner === row.id) this.#owners.delete(userId);
    }
  }

  assign(contact: string, choice: Choice): void {
    const row = this.#list.get(contact);
    if (row !== undefined) this.#list.set(contact, { ...row, ...choice });
  }

  import(contacts: readonly string[], luck: Luck): Outcomes {
    const earlier = this.#unfinished;
    const outcomes = earlier === null ? {} : this.#carryOut(earlier.items, earlier.rivals, 'answered');
    this.#unfinished = null;
    const items = contacts.flatMap((id) => this.#list.get(id) ?? []);
    const rivals = new Map(
      items.map(({ id, email }) => [
        id,
        items.filter((other) => isShared(other) && keyOf(other.email) === keyOf(email)).length,
      ]),
    );
    return { ...outcomes, ...this.#carryOut(items, rivals, luck) };
  }

  #carryOut(frozen: readonly Row[], rivals: ReadonlyMap<string, number>, luck: Luck): Outcomes {
    const items = frozen.map((row) => ({ ...row, isGone: row.isGone || !this.#list.has(row.id) }));
    const seen = [...new Map([...this.#list, ...items.map((row) => [row.id, row] as const)]).values()];
    const wanted = items.map((row) => ({ row, login: this.#wantedFor(row, rivals.get(row.id) ?? 0, seen) }));
    const outcomes: Record<string, Outcomes[string]> = {};
    for (const { row, login } of wanted) {
      const before = this.#userWith(row.email);
      const effect = before === null ? 'created' : isStored(login, before) ? 'unchanged' : 'updated';
      const isDone = effect === 'unchanged' || (luck !== 'refused' && luck !== 'write lost');
      outcomes[row.id] = login !== null && isDone ? effect : 'failed';
      const owner = login !== null && isDone ? this.#save(login, before) : null;
      if (luck === 'crash before read-back') continue;
      if (owner !== null) this.#own(row, owner);
      else this.#fail(row, login !== null && luck === 'write lost' && before === null ? 'unknown' : 'failed');
    }
    this.#noteUsers();
    if (luck !== 'crash before read-back') return outcomes;
    this.#unfinished = { items: frozen, rivals };
    return {};
  }

  /** What the contact's user should be, or null when the import must refuse. */
  #wantedFor(row: Row, rivals: number, rows: readonly Row[]): Omit<Login, 'id'> | null {
    const user = this.#userWith(row.email);
    const owner = user === null ? null : this.#ownerOf(user, rows);
    if (!isUsable(row.email) || !isShared(row) || spelled(row.account) === '') return null;
    if (owner === null ? rivals > 1 : owner !== row.id) return null;
    const own = Object.entries(user?.destinations ?? {});
    const sole = own.length === 1 ? own[0] : undefined;
    const destinationId = row.destinationId ?? sole?.[0];
    const packageId = row.packageId ?? user?.destinations[destinationId ?? ''] ?? sole?.[1];
    if (!destinationId || !packageId) return null;
    return {
      email: user?.email ?? row.email.trim(),
      firstName: row.firstName.trim(),
      lastName: row.lastName.trim(),
      company: row.account.trim(),
      destinations: { ...user?.destinations, [destinationId]: packageId },
    };
  }

  #save(login: Omit<Login, 'id'>, before: Login | null): string {
    const id = before?.id ?? `user-${++this.#count}`;
    if (before === null || !isStored(login, before)) this.#users.set(id, { ...login, id });
    return id;
  }

  #own(row: Row, user: string): void {
    this.#failed.delete(row.id);
    for (const [other, owner] of this.#owners) if (owner === row.id) this.#owners.delete(other);
    this.#owners.set(user, row.id);
  }

  /** The attempt was with the email that was frozen; if the contact has another one by now, it is over. */
  #fail(row: Row, how: 'failed' | 'unknown'): void {
    const now = this.#list.get(row.id);
    if (now !== undefined && keyOf(now.email) === keyOf(row.email)) this.#failed.set(row.id, how);
  }

  edit(contact: string, person: Partial<Person>): void {
    const before = this.#source.get(contact);
    this.#source.set(contact, { ...NOBODY, ...before, ...person });
  }

  remove(contact: string): void {
    this.#source.delete(contact);
  }

  addUser(email: string, form: UserForm): void {
    if (this.#userWith(email) !== null) return;
    const id = `user-${++this.#count}`;
    this.#users.set(id, { ...form, email, id, destinations: {} });
    this.#noteUsers();
  }

  editUser(user: string, form: Partial<UserForm>): void {
    const before = this.#users.get(user);
    if (before !== undefined) this.#users.set(user, { ...before, ...form });
  }

  changeEmail(user: string, email: string): void {
    const before = this.#users.get(user);
    if (before === undefined || ![null, user].includes(this.#userWith(email)?.id ?? null)) return;
    if (keyOf(before.email) !== keyOf(email)) this.#leave(before.email);
    this.#users.set(user, { ...before, email });
    this.#noteUsers();
  }

  deleteUser(user: string): void {
    const before = this.#users.get(user);
    if (before === undefined) return;
    this.#leave(before.email);
    this.#users.delete(user);
  }

  view(): View {
    const rows = this.#rows().map((row) => {
      const userId = this.#ownUser(row)?.id ?? null;
      return [row.id, { status: this.#statusOf(row), userId, sharing: this.#sharingOf(row) }] as const;
    });
    return {
      rows: Object.fromEntries(rows),
      users: Object.fromEntries([...this.#users].map(([id, login]) => [id, shownUser(login)])),
    };
  }

  /** The user with the email is no more: an attempt that failed beside it is over. */
  #leave(email: string): void {
    for (const row of this.#rows()) if (keyOf(row.email) === keyOf(email)) this.#failed.delete(row.id);
  }

  /** An unknown outcome gives way when there is a user. */
  #noteUsers(): void {
    for (const row of this.#rows()) {
      if (this.#failed.get(row.id) === 'unknown' && this.#userWith(row.email) !== null) this.#failed.delete(row.id);
    }
  }

  #rows(): Row[] {
    return [...this.#list.values()];
  }

  #userWith(email: string): Login | null {
    if (keyOf(email) === '') return null;
    return [...this.#users.values()].find((user) => keyOf(user.email) === keyOf(email)) ?? null;
  }
}

const NOBODY: Person = { email: '', firstName: '', lastName: '', account: '', isActive: true };

function shownUser({ email, firstName, lastName, company, destinations }: Login): View['users'][string] {
  return { email, firstName, lastName, company, destinations };
}

function isUsable(email: string): boolean {
  return /^[^@\s,;<>]+@[^@\s,;<>]+$/u.test(email.trim());
}

function isSame(row: Person, user: UserForm): boolean {
  return (
    spelled(row.firstName) === spelled(user.firstName) &&
    spelled(row.lastName) === spelled(user.lastName) &&
    spelled(row.account) === spelled(user.company)
  );
}

/** Whether the user has all that is wanted of it already. */
function isStored(wanted: Omit<Login, 'id'> | null, { destinations, ...user }: Login): boolean {
  if (wanted === null) return false;
  const isNamed = isSame({ ...NOBODY, ...wanted, account: wanted.company }, user);
  return isNamed && Object.entries(wanted.destinations).every(([id, packageId]) => destinations[id] === packageId);
}

import type { Contact, Link } from '../../../core/domain/contact.ts';
import { emailKey } from '../../../core/domain/email.ts';
import type { BookEntry } from '../../../core/domain/email-group.ts';
import { accountId, type ContactId, contactId, destinationId, packageId, userId } from '../../../core/domain/ids.ts';
import { type PlannedImport, planImport } from '../../../core/domain/import-plan.ts';
import type { Derivation } from '../../../core/domain/integration-status.ts';
import type { ManagedUser } from '../../../core/domain/managed-user.ts';
import type { SaveResult } from '../../../core/ports/user-repository.ts';
import { deriveEntries } from '../../../core/use-cases/derive-rows.ts';
import { settle } from '../../../core/use-cases/settle-import.ts';
import { aCatalog } from '../../support/builders.ts';
import { savedUser } from '../apply-plans.ts';
import type { Choice, Lifecycle, Luck, Outcomes, Person, UserForm, View } from './lifecycle.ts';

const CATALOG = aCatalog();
const AT = '2026-11-24T10:00:00.000Z';
const NOBODY: Person = { email: '', firstName: '', lastName: '', account: '', isActive: true };

interface Item {
  readonly entry: BookEntry;
  readonly rivals: number;
}

/** The pure rules at work on plain data: every decision is the core's, and the list is looked at after every change. */
export class LifecycleSubject implements Lifecycle {
  readonly #source = new Map<ContactId, Person>();
  readonly #book = new Map<ContactId, BookEntry>();
  readonly #users = new Map<string, ManagedUser>();
  #unfinished: readonly Item[] = [];
  #count = 0;

  fetch(): void {
    for (const [id, person] of this.#source) {
      const contact: Contact = { ...person, id, accountId: accountId('7'), isGone: false };
      const before = this.#book.get(id);
      this.#book.set(id, {
        assignment: { destinationId: null, packageId: null },
        link: null,
        attempt: null,
        ...before,
        contact,
      });
    }
    for (const [id, entry] of this.#book) {
      if (!this.#source.has(id)) this.#book.set(id, { ...entry, contact: { ...entry.contact, isGone: true } });
    }
    for (const [id, { entry, user }] of this.#look()) {
      if (entry.contact.isGone && user === null) this.#book.delete(id);
    }
  }

  assign(contact: string, choice: Choice): void {
    this.#change(contactId(contact), {
      assignment: {
        destinationId: choice.destinationId === null ? null : destinationId(choice.destinationId),
        packageId: choice.packageId === null ? null : packageId(choice.packageId),
      },
    });
  }

  import(contacts: readonly string[], luck: Luck): Outcomes {
    const earlier = this.#carryOut(this.#unfinished, 'answered');
    this.#unfinished = [];
    const entries = contacts.flatMap((id) => this.#book.get(contactId(id)) ?? []);
    const isRival = (key: string, { contact }: BookEntry) =>
      contact.isActive && !contact.isGone && emailKey(contact.email) === key;
    const items = entries.map((entry) => {
      const key = emailKey(entry.contact.email);
      return { entry, rivals: entries.filter((other) => isRival(key, other)).length };
    });
    return { ...earlier, ...this.#carryOut(items, luck) };
  }

  #carryOut(items: readonly Item[], luck: Luck): Outcomes {
    const plans = this.#plan(items.map((item) => ({ ...item, entry: this.#reopened(item.entry) })));
    const results = plans.map((plan) => this.#save(plan, luck));
    if (luck === 'crash before read-back') {
      this.#unfinished = items;
      this.#look();
      return {};
    }
    const users = this.#usersByKey();
    const settled = plans.map((plan, index) =>
      settle(
        {
          item: { entry: plan.entry, intent: null, revision: null },
          plan,
          result: results[index] ?? null,
          readBack: users.get(emailKey(plan.entry.contact.email)) ?? null,
        },
        AT,
      ),
    );
    for (const { record } of settled) {
      if (record === null) continue;
      if ('link' in record) this.#link(record.contactId, record.link);
      else this.#change(record.contactId, { attempt: record.attempt });
    }
    this.#look();
    return Object.fromEntries(
      settled.map(({ outcome: { contactId: id, outcome } }) => {
        if (outcome === 'not_attempted') throw new Error('An import attempts every contact');
        return [id, outcome];
      }),
    );
  }

  /** The contact as it was frozen, with the link and the attempt of today. */
  #reopened(entry: BookEntry): BookEntry {
    const now = this.#book.get(entry.contact.id);
    const contact = now === undefined ? { ...entry.contact, isGone: true } : entry.contact;
    return { ...entry, contact, link: now?.link ?? null, attempt: now?.attempt ?? null };
  }

  #plan(items: readonly Item[]): readonly PlannedImport[] {
    const seen = new Map(this.#book);
    for (const { entry } of items) seen.set(entry.contact.id, entry);
    const derivations = deriveEntries([...seen.values()], this.#usersByKey(), CATALOG);
    return items.map(({ entry, rivals }) => {
      const derivation = derivations.get(entry.contact.id);
      if (derivation === undefined) throw new Error('Every item is derived');
      return planImport(derivation, { catalog: CATALOG, accounts: 'all', rivals });
    });
  }

  #save(plan: PlannedImport, luck: Luck): SaveResult | null {
    if (plan.effect === 'blocked' || plan.effect === 'unchanged') return null;
    if (luck === 'refused') return { kind: 'rejected', code: 'console_refused', quote: 'No.' };
    if (luck === 'write lost') return { kind: 'unknown' };
    const before = plan.effect === 'create' ? null : plan.user;
    if (before === null && this.#usersByKey().has(emailKey(plan.target.email))) throw new Error('The login is taken');
    const id = before?.id ?? userId(`user-${++this.#count}`);
    this.#users.set(id, savedUser(plan.target, before, id));
    if (luck === 'answer lost') return { kind: 'unknown' };
    return { kind: before === null ? 'created' : 'updated', userId: id };
  }

  #link(id: ContactId, link: Link): void {
    for (const [other, entry] of this.#book) {
      if (entry.link?.userId === link.userId) this.#change(other, { link: null });
    }
    this.#change(id, { link, attempt: null });
  }

  edit(contact: string, person: Partial<Person>): void {
    const id = contactId(contact);
    this.#source.set(id, { ...NOBODY, ...this.#source.get(id), ...person });
  }

  remove(contact: string): void {
    this.#source.delete(contactId(contact));
  }

  addUser(email: string, { firstName, lastName, company }: UserForm): void {
    if (this.#usersByKey().has(emailKey(email))) return;
    const id = userId(`user-${++this.#count}`);
    this.#users.set(id, { id, email, firstName, lastName, company, isEnabled: true, destinations: [] });
    this.#look();
  }

  editUser(user: string, form: Partial<UserForm>): void {
    const before = this.#users.get(user);
    if (before !== undefined) this.#users.set(user, { ...before, ...form });
    this.#look();
  }

  changeEmail(user: string, email: string): void {
    const before = this.#users.get(user);
    const holder = this.#usersByKey().get(emailKey(email));
    if (before === undefined || (holder !== undefined && holder.id !== user)) return;
    this.#users.set(user, { ...before, email });
    this.#look();
  }

  deleteUser(user: string): void {
    this.#users.delete(user);
    this.#look();
  }

  view(): View {
    const rows = [...this.#look()].map(([id, { status, problem, user }]) => {
      const isSharing = problem === 'email_shared' || problem === 'email_ambiguous';
      const sharing = isSharing && status !== 'failed' ? problem : null;
      return [id, { status, userId: user?.id ?? null, sharing }] as const;
    });
    const users = [...this.#users].map(([id, { email, firstName, lastName, company, destinations }]) => {
      const packages = Object.fromEntries(destinations.map((kept) => [kept.destinationId, kept.packageId]));
      return [id, { email, firstName, lastName, company, destinations: packages }] as const;
    });
    return { rows: Object.fromEntries(rows), users: Object.fromEntries(users) };
  }

  /** Derives the list and keeps what a look at it settles. */
  #look(): ReadonlyMap<ContactId, Derivation> {
    const derivations = deriveEntries([...this.#book.values()], this.#usersByKey(), CATALOG);
    for (const [id, { attempt }] of derivations) this.#change(id, { attempt });
    return derivations;
  }

  #change(id: ContactId, part: Partial<BookEntry>): void {
    const entry = this.#book.get(id);
    if (entry !== undefined) this.#book.set(id, { ...entry, ...part });
  }

  #usersByKey(): ReadonlyMap<string, ManagedUser> {
    return new Map([...this.#users.values()].map((user) => [emailKey(user.email), user]));
  }
}

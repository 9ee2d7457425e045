import { isDeepStrictEqual } from 'node:util';
import type { ContactItem, IntegrationStatus, Outcome, RunItemView, RunView } from '../../core/contract/index.ts';
import { isSameText } from '../../core/domain/comparison.ts';
import { emailKey } from '../../core/domain/email.ts';
import type { ConsoleUser } from './read-all.ts';
import type { Situation } from './situation.ts';

/** An ended import, and what everybody sees then. */
export interface ImportResult {
  readonly run: RunView;
  readonly items: readonly RunItemView[];
  readonly contacts: readonly ContactItem[];
  readonly users: readonly ConsoleUser[];
}

const SHOWN = 3;

/** Says what an import of everybody has not kept of what it promised. */
export function checkImport(situation: Situation, result: ImportResult): readonly string[] {
  return [...checkRun(situation, result), ...checkUsers(situation, result), ...checkContacts(situation, result)];
}

/** Says what the same import has done once more, though there was nothing left to do. */
export function checkRepetition(first: ImportResult, again: ImportResult): readonly string[] {
  const { created, updated, unchanged, failed } = first.run;
  return [
    ...differing('the second run', again.run, {
      state: 'done',
      created: 0,
      updated: 0,
      unchanged: created + updated + unchanged,
      failed,
    }),
    ...(isDeepStrictEqual(again.users, first.users) ? [] : ['the second run has changed users']),
  ];
}

function checkRun({ preview, contacts }: Situation, { run, items }: ImportResult): readonly string[] {
  const blocked = preview.blocked.reduce((sum, { count }) => sum + count, 0);
  const { create: created, update: updated, unchanged } = preview;
  const counted = (outcome: Outcome) => items.filter((item) => item.outcome === outcome).length;
  const ids = new Set(items.map(({ contactId }) => contactId));
  return [
    ...differing('the run', run, { state: 'done', problem: null, total: contacts.length, done: contacts.length }),
    ...differing('the run, which was previewed otherwise,', run, { created, updated, unchanged, failed: blocked }),
    ...differing('the run, which its items contradict,', run, {
      created: counted('created'),
      updated: counted('updated'),
      unchanged: counted('unchanged'),
      failed: counted('failed'),
      notAttempted: run.total - run.created - run.updated - run.unchanged - run.failed,
    }),
    ...examples('items twice', items.length - ids.size === 0 ? [] : [`${items.length - ids.size}`]),
    ...examples(
      'contacts without an item',
      contacts.map(({ id }) => id).filter((id) => !ids.has(id)),
    ),
  ];
}

function checkUsers({ users: before, preview }: Situation, { users }: ImportResult): readonly string[] {
  const keys = new Set(users.map(({ email }) => emailKey(email)));
  const ids = new Set(users.map(({ id }) => id));
  return [
    ...differing('users', { count: users.length }, { count: before.length + preview.create }),
    ...(keys.size === users.length ? [] : [`${users.length - keys.size} users share an email`]),
    ...examples(
      'users gone',
      before.map(({ id }) => id).filter((id) => !ids.has(id)),
    ),
  ];
}

/** What a contact was before an import that ends so. */
const BEFORE: Readonly<Partial<Record<Outcome, IntegrationStatus>>> = {
  created: 'blank',
  updated: 'modified',
  unchanged: 'equal',
};

function checkContacts(situation: Situation, result: ImportResult): readonly string[] {
  const before = new Map(situation.contacts.map((contact) => [contact.id, contact]));
  const outcomes = new Map(result.items.map(({ contactId, outcome }) => [contactId, outcome]));
  const users = new Map(result.users.map((user) => [emailKey(user.email), user]));
  const wrong = result.contacts.flatMap((contact) => {
    const outcome = outcomes.get(contact.id) ?? null;
    const status = BEFORE[outcome ?? 'failed'];
    const told = `${contact.id}, ${before.get(contact.id)?.status} before, ${outcome}`;
    if (outcome === 'failed') return contact.status === 'failed' ? [] : [`${told}, is ${contact.status}`];
    if (status !== before.get(contact.id)?.status) return [`${told}, should have been ${status}`];
    const user = users.get(emailKey(contact.email));
    if (user === undefined) return [`${told}, has no user`];
    return isImported(contact, user, situation) ? [] : [`${told}, is ${contact.status} with ${JSON.stringify(user)}`];
  });
  return examples('contacts wrong', wrong);
}

function isImported(contact: ContactItem, user: ConsoleUser, { assignment }: Situation): boolean {
  return (
    contact.status === 'equal' &&
    contact.userId === user.id &&
    isSameText(contact.firstName, user.firstName) &&
    isSameText(contact.lastName, user.lastName) &&
    isSameText(contact.account, user.company) &&
    user.destinationId === assignment.destinationId &&
    user.packageId === assignment.packageId
  );
}

function differing<Facts extends object>(what: string, facts: Facts, expected: Partial<Facts>): readonly string[] {
  const wrong = Object.entries(expected).filter(([name, value]) => !isDeepStrictEqual(factOf(facts, name), value));
  return wrong.map(([name, value]) => `${what} has ${name} ${String(factOf(facts, name))} instead of ${String(value)}`);
}

function factOf(facts: object, name: string): unknown {
  return new Map<string, unknown>(Object.entries(facts)).get(name);
}

function examples(what: string, found: readonly string[]): readonly string[] {
  return found.length === 0 ? [] : [`${found.length} ${what}: ${found.slice(0, SHOWN).join('; ')}`];
}

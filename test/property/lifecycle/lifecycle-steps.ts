import { fc } from '@fast-check/vitest';
import { accounts, emails, formsOf, names } from '../arbitraries.ts';
import type { Lifecycle, Luck, Person, UserForm } from './lifecycle.ts';

/** One thing that happens, told in words for the report of a counter-example. */
export interface Step {
  readonly words: string;
  apply(lifecycle: Lifecycle): unknown;
}

const CONTACTS = ['1', '2', '3', '4'];
const USERS = ['user-1', 'user-1', 'user-2', 'user-2', 'user-3', 'user-4'];
const LUCK: readonly Luck[] = [
  'answered',
  'answered',
  'refused',
  'write lost',
  'answer lost',
  'crash before read-back',
];

const contact = fc.constantFrom(...CONTACTS);
const oftenTrue = fc.oneof({ weight: 7, arbitrary: fc.constant(true) }, fc.constant(false));
const user = fc.constantFrom(...USERS);
// Most contacts have an email of their own, which now and then becomes another one's.
const MAILBOXES = ['ada', 'bob', 'cem', 'dora', 'eve', 'info'].map((name) => `${name}@engines.example`);
const someEmails = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...MAILBOXES).chain(formsOf) }, emails);
const people: fc.Arbitrary<Person> = fc.record({
  email: someEmails,
  firstName: names,
  lastName: names,
  account: accounts,
  isActive: oftenTrue,
});
const forms: fc.Arbitrary<UserForm> = fc.record({ firstName: names, lastName: names, company: accounts });
const logins = fc.constantFrom(...MAILBOXES).chain(formsOf);

const step = (words: string, apply: Step['apply']): Step => ({ words, apply });
const told = (value: unknown) => JSON.stringify(value);

export const steps = {
  fetch: fc.constant(step('fetch', (life) => life.fetch())),
  imports: fc
    .tuple(
      fc.oneof(
        contact.map((id) => [id]),
        fc.subarray(CONTACTS, { minLength: 1 }),
      ),
      fc.constantFrom(...LUCK),
    )
    .map(([ids, luck]) => step(`import ${ids.join()} (${luck})`, (life) => life.import(ids, luck))),
  assign: fc
    .record({
      id: contact,
      destinationId: fc.constantFrom('destination-1', 'destination-1', 'destination-1', 'destination-2', null),
      packageId: fc.constantFrom('package-1', 'package-1', 'package-1', 'package-2', null),
    })
    .map(({ id, ...choice }) => step(`assign ${id} ${told(choice)}`, (life) => life.assign(id, choice))),
  edit: fc
    .tuple(contact, fc.subarray(['email', 'firstName', 'lastName', 'account'] as const, { minLength: 1 }), people)
    .map(([id, fields, person]) => {
      const part = Object.fromEntries(fields.map((field) => [field, person[field]]));
      return step(`edit ${id} in Autotask ${told(part)}`, (life) => life.edit(id, part));
    }),
  activity: fc
    .tuple(contact, oftenTrue)
    .map(([id, isActive]) => step(`make ${id} active: ${isActive}`, (life) => life.edit(id, { isActive }))),
  remove: contact.map((id) => step(`delete ${id} in Autotask`, (life) => life.remove(id))),
  addUser: fc
    .tuple(logins, forms)
    .map(([email, form]) => step(`add user ${email} ${told(form)}`, (life) => life.addUser(email, form))),
  rename: fc
    .tuple(user, fc.subarray(['firstName', 'lastName', 'company'] as const, { minLength: 1 }), forms)
    .map(([id, fields, form]) => {
      const part = Object.fromEntries(fields.map((field) => [field, form[field]]));
      return step(`edit ${id} ${told(part)}`, (life) => life.editUser(id, part));
    }),
  changeEmail: fc
    .tuple(user, logins)
    .map(([id, email]) => step(`change email of ${id} to ${email}`, (life) => life.changeEmail(id, email))),
  deleteUser: user.map((id) => step(`delete ${id}`, (life) => life.deleteUser(id))),
};

/** How every life begins: people in Autotask, got for the first time, most of them assigned. */
export const beginnings: fc.Arbitrary<Step> = fc
  .array(fc.tuple(people, oftenTrue), { minLength: 1, maxLength: CONTACTS.length })
  .map((drawn) =>
    step(`begin with ${told(drawn)}`, (life) => {
      drawn.forEach(([person], index) => life.edit(`${index + 1}`, person));
      life.fetch();
      drawn.forEach(([, isAssigned], index) => {
        if (isAssigned) life.assign(`${index + 1}`, { destinationId: 'destination-1', packageId: 'package-1' });
      });
    }),
  );

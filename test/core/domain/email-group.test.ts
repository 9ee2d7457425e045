import { describe, expect, it } from 'vitest';
import type { Contact, Link } from '../../../core/domain/contact.ts';
import {
  type BookEntry,
  canShare,
  emailGroupOf,
  groupByEmail,
  ownershipOf,
  sharingContacts,
} from '../../../core/domain/email-group.ts';
import { contactId, userId } from '../../../core/domain/ids.ts';
import { aContact, aLink, anEntry, aUser } from '../../support/builders.ts';

const KEY = 'ada@engines.example';
const ACTIVE = { isActive: true, isGone: false };
const INACTIVE = { isActive: false, isGone: false };
const GONE = { isActive: true, isGone: true };
const LINKED = aLink();
const ELSEWHERE = aLink({ userId: userId('user-2') });

/** The contacts are called 1, 2, 3 … in the order given. */
function groupOf(...members: readonly (readonly [Partial<Contact>, Link | null])[]) {
  const entries = members.map(([contact, link], index) =>
    anEntry({ contact: { ...contact, id: contactId(`${index + 1}`) }, link }),
  );
  return { emailKey: KEY, entries, user: aUser() };
}

describe('ownershipOf', () => {
  it.each([
    { why: 'the only contact', group: groupOf([ACTIVE, null]), owner: '1' },
    { why: 'the linked contact', group: groupOf([ACTIVE, null], [ACTIVE, LINKED], [ACTIVE, null]), owner: '2' },
    { why: 'the linked contact, though inactive', group: groupOf([INACTIVE, LINKED], [ACTIVE, null]), owner: '1' },
    { why: 'the only active contact', group: groupOf([INACTIVE, null], [ACTIVE, null], [GONE, null]), owner: '2' },
    { why: 'the only active one, not a gone one', group: groupOf([GONE, LINKED], [ACTIVE, null]), owner: '2' },
    { why: 'the only inactive contact', group: groupOf([GONE, null], [INACTIVE, null]), owner: '2' },
    { why: 'the only inactive one, not a gone one', group: groupOf([GONE, LINKED], [INACTIVE, null]), owner: '2' },
    { why: 'the linked of gone contacts', group: groupOf([GONE, null], [GONE, LINKED]), owner: '2' },
    { why: 'the only gone contact', group: groupOf([GONE, null]), owner: '1' },
    { why: 'the only one, linked to another user', group: groupOf([ACTIVE, ELSEWHERE]), owner: '1' },
  ])('gives the user to $why', ({ group, owner }) => {
    expect(ownershipOf(group)).toEqual({ kind: 'owned', owner: contactId(owner), user: group.user });
  });

  it.each([
    {
      why: 'several active contacts match',
      group: groupOf([ACTIVE, null], [INACTIVE, null], [ACTIVE, null], [GONE, null]),
      candidates: ['1', '3'],
    },
    { why: 'a link is to another user', group: groupOf([ACTIVE, ELSEWHERE], [ACTIVE, null]), candidates: ['1', '2'] },
    {
      why: 'only several inactive contacts match',
      group: groupOf([INACTIVE, null], [INACTIVE, null], [GONE, null]),
      candidates: ['1', '2'],
    },
    { why: 'only several gone contacts match', group: groupOf([GONE, null], [GONE, null]), candidates: ['1', '2'] },
    {
      why: 'several links are to the user',
      group: groupOf([ACTIVE, LINKED], [ACTIVE, null], [ACTIVE, LINKED]),
      candidates: ['1', '3'],
    },
  ])('leaves the user to nobody when $why', ({ group, candidates }) => {
    expect(ownershipOf(group)).toEqual({ kind: 'ambiguous', candidates: new Set(candidates), user: group.user });
  });

  it('is free when no user has the email, whatever the links say', () => {
    expect(ownershipOf({ ...groupOf([ACTIVE, LINKED]), user: null })).toEqual({ kind: 'free' });
  });

  it('is free when there is no contact', () => {
    expect(ownershipOf(groupOf())).toEqual({ kind: 'free' });
  });
});

describe('sharingContacts', () => {
  it('are the active contacts with one email', () => {
    expect([...sharingContacts(groupOf([ACTIVE, null], [INACTIVE, null], [ACTIVE, null], [GONE, null]))]).toEqual([
      '1',
      '3',
    ]);
  });

  it('include the owner of the user', () => {
    expect([...sharingContacts(groupOf([ACTIVE, LINKED], [ACTIVE, null]))]).toEqual(['1', '2']);
  });

  it.each([
    { why: 'only one is active', group: groupOf([ACTIVE, null], [INACTIVE, null], [GONE, null]) },
    { why: 'none is active', group: groupOf([INACTIVE, null], [INACTIVE, null]) },
    { why: 'they have no email', group: { ...groupOf([ACTIVE, null], [ACTIVE, null]), emailKey: '' } },
  ])('are none when $why', ({ group }) => {
    expect(sharingContacts(group).size).toBe(0);
  });
});

describe('canShare', () => {
  it.each([
    { contact: ACTIVE, expected: true },
    { contact: INACTIVE, expected: false },
    { contact: GONE, expected: false },
    { contact: { isActive: false, isGone: true }, expected: false },
  ])('is $expected for $contact', ({ contact, expected }) => {
    expect(canShare(aContact(contact))).toBe(expected);
  });
});

describe('emailGroupOf', () => {
  const users = new Map([[KEY, aUser()]]);
  const entries: readonly BookEntry[] = [anEntry()];

  it('finds the user by the email', () => {
    expect(emailGroupOf(KEY, entries, users)).toEqual({ emailKey: KEY, entries, user: aUser() });
  });

  it('has no user when nobody has the email', () => {
    expect(emailGroupOf('bob@engines.example', entries, users).user).toBeNull();
  });

  it('never finds a user without an email', () => {
    expect(emailGroupOf('', entries, new Map([['', aUser()]])).user).toBeNull();
  });
});

describe('groupByEmail', () => {
  it('puts contacts together whose emails are the same user, in their order', () => {
    const emails = ['ada@engines.example', 'bob@engines.example', ' ADA@engines.example', '', ' '];
    const entries = emails.map((email, index) => anEntry({ contact: { id: contactId(`${index}`), email } }));
    const groups = [...groupByEmail(entries)].map(([key, group]) => [key, group.map(({ contact }) => contact.id)]);
    expect(groups).toEqual([
      ['ada@engines.example', ['0', '2']],
      ['bob@engines.example', ['1']],
      ['', ['3', '4']],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { type BookEntry, emailGroupOf, groupByEmail } from '../../../core/domain/email-group.ts';
import { contactId, destinationId, packageId, userId } from '../../../core/domain/ids.ts';
import {
  contactProblems,
  type Derivation,
  deriveGroup,
  emailProblems,
} from '../../../core/domain/integration-status.ts';
import type { ManagedUser } from '../../../core/domain/managed-user.ts';
import { aCatalog, aContact, aLink, anAssignment, anAttempt, anEntry, aUser } from '../../support/builders.ts';

const KEY = 'ada@engines.example';

function derive(entries: readonly BookEntry[], user: ManagedUser | null = aUser()): Derivation[] {
  const users = new Map(user === null ? [] : [[KEY, user]]);
  return [...groupByEmail(entries)].flatMap(([key, group]) => deriveGroup(emailGroupOf(key, group, users), aCatalog()));
}

function deriveOne(entry: BookEntry, user: ManagedUser | null = aUser()): Derivation {
  const [derivation] = derive([entry], user);
  if (derivation === undefined) throw new Error('Every entry is derived');
  return derivation;
}

/** Contacts 1, 2, 3 … that share an email, differing from one another as given. */
function several(...members: readonly NonNullable<Parameters<typeof anEntry>[0]>[]): BookEntry[] {
  return members.map((member, index) =>
    anEntry({ ...member, contact: { ...member.contact, id: contactId(`${index + 1}`) } }),
  );
}

function seen(derivations: readonly Derivation[]): (readonly [string, string | null])[] {
  return derivations.map(({ status, problem }) => [status, problem] as const);
}

describe('status', () => {
  it('is blank when no user has the email', () => {
    expect(deriveOne(anEntry(), null)).toMatchObject({ status: 'blank', ownership: 'free', user: null, problem: null });
  });

  it('is Equal when names and account are the same', () => {
    expect(deriveOne(anEntry())).toMatchObject({ status: 'equal', ownership: 'own', user: aUser(), problem: null });
  });

  it.each(['firstName', 'lastName', 'account'] as const)('is Modified when %s differs', (field) => {
    const derivation = deriveOne(anEntry({ contact: { [field]: 'Other' } }));
    expect(derivation.status).toBe('modified');
    expect(derivation.differences.map((difference) => difference.field)).toEqual([field]);
  });

  it('is Failed after a failed attempt, whatever else holds', () => {
    const attempt = anAttempt({ userId: userId('user-1') });
    expect(deriveOne(anEntry({ attempt }))).toMatchObject({ status: 'failed', problem: 'console_refused', attempt });
    expect(deriveOne(anEntry({ attempt: anAttempt({ code: 'package_gone' }) }), null)).toMatchObject({
      status: 'failed',
      problem: 'package_gone',
    });
  });

  it('gives way to the truth when the attempt no longer counts', () => {
    const attempt = anAttempt({ userId: userId('user-2') });
    expect(deriveOne(anEntry({ attempt }))).toMatchObject({ status: 'equal', problem: null, attempt: null });
    expect(deriveOne(anEntry({ attempt }), null)).toMatchObject({ status: 'blank', problem: null, attempt: null });
  });

  it('stays Failed for a contact whose user another one owns, until that user is gone', () => {
    const attempt = anAttempt({ code: 'email_shared', userId: userId('user-1') });
    const entries = several({ link: aLink() }, { attempt });
    expect(seen(derive(entries))[1]).toEqual(['failed', 'email_shared']);
    expect(seen(derive(entries, null))[1]).toEqual(['blank', 'email_shared']);
    expect(derive(entries, null)[1]?.attempt).toBeNull();
  });

  it('stays Equal for a contact that became inactive or is gone, and names that', () => {
    expect(seen([deriveOne(anEntry({ contact: { isActive: false } }))])).toEqual([['equal', 'contact_inactive']]);
    expect(seen([deriveOne(anEntry({ contact: { isGone: true } }))])).toEqual([['equal', 'contact_gone']]);
  });
});

describe('a shared email', () => {
  it('is the problem of all who share it while there is no user', () => {
    const all = derive(several({}, {}, {}), null);
    expect(seen(all)).toEqual(Array(3).fill(['blank', 'email_shared']));
    expect(all.map(({ ownership }) => ownership)).toEqual(['free', 'free', 'free']);
  });

  it('leaves the owner its status and the others blank, with the problem for all', () => {
    const all = derive(several({}, { link: aLink() }));
    expect(seen(all)).toEqual([
      ['blank', 'email_shared'],
      ['equal', 'email_shared'],
    ]);
    expect(all.map(({ ownership }) => ownership)).toEqual(['others', 'own']);
    expect(all.map(({ user, candidate }) => [user, candidate])).toEqual([
      [null, null],
      [aUser(), aUser()],
    ]);
  });

  it('is ambiguous for all when a user existed before', () => {
    const all = derive(several({ contact: { firstName: 'Other' } }, {}));
    expect(seen(all)).toEqual(Array(2).fill(['blank', 'email_ambiguous']));
    expect(all.map(({ user, candidate, differences }) => [user, candidate, differences])).toEqual(
      Array(2).fill([null, aUser(), []]),
    );
  });

  it('is no problem of a contact that is inactive or gone', () => {
    const inactive = { contact: { isActive: false } };
    const gone = { contact: { isGone: true } };
    expect(seen(derive(several({ link: aLink() }, inactive, gone)))).toEqual([
      ['equal', null],
      ['blank', 'contact_inactive'],
      ['blank', 'contact_gone'],
    ]);
    const ambiguous = derive(several({}, {}, inactive));
    expect(seen(ambiguous)).toEqual([
      ['blank', 'email_ambiguous'],
      ['blank', 'email_ambiguous'],
      ['blank', 'contact_inactive'],
    ]);
    expect(ambiguous.map(({ ownership }) => ownership)).toEqual(['ambiguous', 'ambiguous', 'others']);
  });

  it('is the problem of an active contact whose user an inactive one owns', () => {
    expect(seen(derive(several({ link: aLink(), contact: { isActive: false } }, {})))).toEqual([
      ['equal', 'contact_inactive'],
      ['blank', 'email_shared'],
    ]);
  });

  it('is no shared one when it is missing or differs', () => {
    expect(seen(derive(several({ contact: { email: '' } }, { contact: { email: ' ' } })))).toEqual(
      Array(2).fill(['blank', 'email_missing']),
    );
    expect(seen(derive(several({}, { contact: { email: 'bob@engines.example' } })))).toEqual([
      ['equal', null],
      ['blank', null],
    ]);
  });
});

describe('problem', () => {
  it.each([
    { why: 'nothing is chosen yet', assignment: { destinationId: null, packageId: null }, problem: null },
    {
      why: 'the chosen destination is gone',
      assignment: { destinationId: destinationId('x') },
      problem: 'destination_gone',
    },
    { why: 'the chosen package is gone', assignment: { packageId: packageId('x') }, problem: 'package_gone' },
    {
      why: 'the chosen package is disabled',
      assignment: { packageId: packageId('package-3') },
      problem: 'package_disabled',
    },
  ])('is $problem when $why', ({ assignment, problem }) => {
    expect(deriveOne(anEntry({ assignment: anAssignment(assignment) }), null).problem).toBe(problem);
  });

  it.each([
    { why: 'chosen again', assignment: anAssignment({ destinationId: destinationId('x') }) },
    { why: 'chosen in part', assignment: { destinationId: destinationId('x'), packageId: null } },
    { why: 'not chosen', assignment: { destinationId: null, packageId: null } },
  ])('is none when the user has a destination that is gone, $why', ({ assignment }) => {
    const user = aUser({ destinations: [{ destinationId: destinationId('x'), packageId: packageId('package-1') }] });
    expect(deriveOne(anEntry({ assignment }), user).problem).toBeNull();
  });

  it('is judged with the user that a contact could own, though nobody owns it', () => {
    const kept = { destinationId: destinationId('x'), packageId: packageId('package-1') };
    const inactive = { contact: { isActive: false }, assignment: kept };
    const user = aUser({ destinations: [kept] });
    expect(seen(derive(several(inactive, inactive), user))).toEqual(Array(2).fill(['blank', 'contact_inactive']));
  });

  it("is the user's own destination being gone when another package is chosen for it", () => {
    const user = aUser({ destinations: [{ destinationId: destinationId('x'), packageId: packageId('package-1') }] });
    const assignment = { destinationId: null, packageId: packageId('package-2') };
    expect(deriveOne(anEntry({ assignment }), user).problem).toBe('destination_gone');
  });

  it('is the first by precedence when several hold', () => {
    const contact = { account: '', isActive: false };
    expect(deriveOne(anEntry({ contact }), null).problem).toBe('account_missing');
    const assignment = anAssignment({ packageId: packageId('x') });
    expect(deriveOne(anEntry({ contact, assignment }), null).problem).toBe('package_gone');
    expect(deriveOne(anEntry({ contact: { ...contact, email: 'ada' }, assignment }), null).problem).toBe(
      'email_invalid',
    );
  });
});

describe('differences', () => {
  it('know the changed side from the link to the user', () => {
    const entry = anEntry({ contact: { firstName: 'Augusta' }, link: aLink() });
    expect(deriveOne(entry).differences).toEqual([
      { field: 'firstName', autotask: 'Augusta', mbs: 'Ada', changedIn: 'autotask' },
    ]);
  });

  it('do not trust a link to another user', () => {
    const entry = anEntry({ contact: { firstName: 'Augusta' }, link: aLink({ userId: userId('user-2') }) });
    expect(deriveOne(entry).differences[0]?.changedIn).toBe('unknown');
  });
});

describe('emailProblems', () => {
  it.each([
    { email: 'ada@engines.example', expected: [] },
    { email: '', expected: ['email_missing'] },
    { email: ' \t', expected: ['email_missing'] },
    { email: 'ada', expected: ['email_invalid'] },
  ])('finds $expected for $email', ({ email, expected }) => {
    expect(emailProblems(aContact({ email }))).toEqual(expected);
  });
});

describe('contactProblems', () => {
  it.each([
    { contact: {}, expected: [] },
    { contact: { isActive: false }, expected: ['contact_inactive'] },
    { contact: { account: ' ' }, expected: ['account_missing'] },
    { contact: { account: '', isActive: false }, expected: ['account_missing', 'contact_inactive'] },
    { contact: { isGone: true, account: '', isActive: false }, expected: ['contact_gone'] },
  ])('finds $expected for $contact', ({ contact, expected }) => {
    expect(contactProblems(aContact(contact))).toEqual(expected);
  });
});

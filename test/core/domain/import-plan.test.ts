import { describe, expect, it } from 'vitest';
import { type BookEntry, emailGroupOf, groupByEmail } from '../../../core/domain/email-group.ts';
import { contactId, destinationId, packageId, userId } from '../../../core/domain/ids.ts';
import { isInStep, type PlanContext, type PlannedImport, planImport } from '../../../core/domain/import-plan.ts';
import { deriveGroup } from '../../../core/domain/integration-status.ts';
import type { ManagedUser } from '../../../core/domain/managed-user.ts';
import {
  aCatalog,
  aContact,
  aLink,
  anAssignment,
  anAttempt,
  anEntry,
  aTarget,
  aUser,
  aUserDestination,
} from '../../support/builders.ts';

const NOTHING = { destinationId: null, packageId: null };
const SECOND = { destinationId: destinationId('destination-2'), packageId: packageId('package-2') };

interface Situation extends Partial<PlanContext> {
  readonly user?: ManagedUser | null;
}

/** Plans the first of the entries. */
function plan(entries: readonly BookEntry[], { user = null, ...context }: Situation = {}): PlannedImport {
  const catalog = context.catalog ?? aCatalog();
  const users = new Map(user === null ? [] : [['ada@engines.example', user]]);
  const [first] = [...groupByEmail(entries)].flatMap(([key, group]) =>
    deriveGroup(emailGroupOf(key, group, users), catalog),
  );
  if (first === undefined) throw new Error('There is nothing to plan');
  return planImport(first, { accounts: 'all', rivals: 1, ...context, catalog });
}

function reasonFor(entries: readonly BookEntry[], situation?: Situation): string | null {
  const planned = plan(entries, situation);
  return planned.effect === 'blocked' ? planned.reason : null;
}

describe('planImport', () => {
  it('creates a user for a contact that has none', () => {
    const entry = anEntry();
    expect(plan([entry])).toEqual({ effect: 'create', entry, target: aTarget() });
  });

  it('aims at trimmed values', () => {
    const contact = {
      email: ' Ada@engines.example ',
      firstName: ' Ada',
      lastName: 'Lovelace ',
      account: '\tEngines  Ltd ',
    };
    expect(plan([anEntry({ contact })])).toMatchObject({
      target: aTarget({ email: 'Ada@engines.example', company: 'Engines  Ltd' }),
    });
  });

  it('accepts a contact without names', () => {
    expect(plan([anEntry({ contact: { firstName: '', lastName: '' } })]).effect).toBe('create');
  });

  it.each([
    { why: 'the name differs', entry: anEntry({ contact: { firstName: 'Augusta' } }) },
    { why: 'the account differs', entry: anEntry({ contact: { account: 'Engines Ltd' } }) },
    { why: 'another destination is chosen', entry: anEntry({ assignment: SECOND }) },
    { why: 'another package is chosen', entry: anEntry({ assignment: anAssignment({ packageId: SECOND.packageId }) }) },
  ])('updates the user when $why', ({ entry }) => {
    expect(plan([entry], { user: aUser() })).toMatchObject({ effect: 'update', entry, user: aUser() });
  });

  it.each([
    { why: 'everything is the same', entry: anEntry() },
    {
      why: 'only white space differs',
      entry: anEntry({ contact: { firstName: ' Ada ', account: 'Analytical  Engines' } }),
    },
    { why: 'nothing is chosen', entry: anEntry({ assignment: NOTHING }) },
    { why: 'the user was not made by an import', entry: anEntry({ link: null }) },
    { why: 'the last attempt failed', entry: anEntry({ attempt: anAttempt() }) },
  ])('leaves the user alone when $why', ({ entry }) => {
    expect(plan([entry], { user: aUser() })).toMatchObject({ effect: 'unchanged', entry, user: aUser() });
  });

  it('finds the chosen destination among several of the user', () => {
    const user = aUser({ destinations: [SECOND, aUserDestination()] });
    expect(plan([anEntry()], { user }).effect).toBe('unchanged');
    expect(reasonFor([anEntry({ assignment: NOTHING })], { user })).toBe('destination_required');
  });

  it('keeps what the user has, though it can no longer be assigned', () => {
    const kept = { destinationId: destinationId('gone'), packageId: packageId('package-3') };
    const user = aUser({ destinations: [kept] });
    expect(plan([anEntry({ assignment: kept })], { user }).effect).toBe('unchanged');
    expect(plan([anEntry({ assignment: NOTHING, contact: { firstName: 'Augusta' } })], { user })).toMatchObject({
      effect: 'update',
      target: kept,
    });
  });
});

describe('a blocked contact', () => {
  it.each([
    { reason: 'email_missing', entry: anEntry({ contact: { email: ' ' } }) },
    { reason: 'email_invalid', entry: anEntry({ contact: { email: 'ada' } }) },
    { reason: 'destination_required', entry: anEntry({ assignment: NOTHING }) },
    { reason: 'destination_required', entry: anEntry({ assignment: anAssignment({ destinationId: null }) }) },
    { reason: 'destination_gone', entry: anEntry({ assignment: anAssignment({ destinationId: destinationId('x') }) }) },
    { reason: 'package_required', entry: anEntry({ assignment: anAssignment({ packageId: null }) }) },
    { reason: 'package_gone', entry: anEntry({ assignment: anAssignment({ packageId: packageId('x') }) }) },
    { reason: 'package_disabled', entry: anEntry({ assignment: anAssignment({ packageId: packageId('package-3') }) }) },
    { reason: 'account_missing', entry: anEntry({ contact: { account: '' } }) },
    { reason: 'contact_gone', entry: anEntry({ contact: { isGone: true } }) },
    { reason: 'contact_inactive', entry: anEntry({ contact: { isActive: false } }) },
  ])('is one with $reason', ({ reason, entry }) => {
    expect(plan([entry])).toEqual({ effect: 'blocked', entry, reason });
  });

  it.each([
    { first: 'email_missing', entry: anEntry({ contact: { email: '', account: '' }, assignment: NOTHING }) },
    { first: 'destination_required', entry: anEntry({ contact: { account: '' }, assignment: NOTHING }) },
    {
      first: 'destination_gone',
      entry: anEntry({ assignment: { destinationId: destinationId('x'), packageId: null } }),
    },
    {
      first: 'package_required',
      entry: anEntry({ contact: { isActive: false }, assignment: anAssignment({ packageId: null }) }),
    },
    { first: 'account_missing', entry: anEntry({ contact: { account: '', isActive: false } }) },
    { first: 'account_out_of_scope', entry: anEntry({ contact: { account: 'Other', isActive: false } }) },
  ])('counts under $first when several reasons hold', ({ first, entry }) => {
    expect(reasonFor([entry], { accounts: ['Analytical Engines'] })).toBe(first);
  });

  it('has a destination or package missing that the user has without a package', () => {
    const user = aUser({ destinations: [aUserDestination({ packageId: null })] });
    expect(reasonFor([anEntry({ assignment: NOTHING })], { user })).toBe('package_required');
  });
});

describe('a shared email', () => {
  const other = (beside: Partial<Omit<BookEntry, 'contact'>> = {}) =>
    anEntry({ ...beside, contact: { id: contactId('2') } });

  it('lets one alone be imported while there is no user', () => {
    expect(plan([anEntry(), other()]).effect).toBe('create');
  });

  it('lets one alone take over a user that existed before', () => {
    expect(plan([anEntry(), other()], { user: aUser() })).toMatchObject({ effect: 'unchanged', user: aUser() });
    expect(plan([anEntry({ contact: { firstName: 'Augusta' } }), other()], { user: aUser() }).effect).toBe('update');
  });

  it('refuses several at once, with or without a user', () => {
    expect(reasonFor([anEntry(), other()], { rivals: 2 })).toBe('email_shared');
    expect(reasonFor([anEntry(), other()], { rivals: 2, user: aUser() })).toBe('email_shared');
  });

  it('lets the owner be imported among several, and refuses the others', () => {
    const user = aUser();
    expect(plan([anEntry({ link: aLink() }), other()], { user, rivals: 2 }).effect).toBe('unchanged');
    expect(reasonFor([anEntry(), other({ link: aLink() })], { user, rivals: 2 })).toBe('email_shared');
  });

  it('refuses a contact whose user is another one’s, even alone', () => {
    expect(reasonFor([anEntry(), other({ link: aLink() })], { user: aUser() })).toBe('email_shared');
  });

  it('is not what stops an inactive or a gone contact', () => {
    const beside = [other(), anEntry({ contact: { id: contactId('3') } })];
    expect(reasonFor([anEntry({ contact: { isActive: false } }), ...beside], { rivals: 2 })).toBe('contact_inactive');
    expect(reasonFor([anEntry({ contact: { isGone: true } }), other()], { user: aUser() })).toBe('contact_gone');
  });
});

describe('the scope of a principal', () => {
  const outside = aUser({ company: 'Harbour Dental' });

  it.each([
    { why: 'account is outside', accounts: ['Harbour Dental'], user: null },
    { why: 'account is outside, though the user is inside', accounts: ['Harbour Dental'], user: outside },
    { why: "user's present company is outside", accounts: ['Analytical Engines'], user: outside },
  ])('stops an import when the $why', ({ accounts, user }) => {
    expect(reasonFor([anEntry()], { accounts, user })).toBe('account_out_of_scope');
  });

  it.each([
    { why: 'account is inside', accounts: [' Analytical  Engines'], user: null },
    { why: 'user has no company yet', accounts: ['Analytical Engines'], user: aUser({ company: '' }) },
    { why: 'account and company are inside', accounts: ['Analytical Engines', 'Harbour Dental'], user: outside },
    { why: 'scope is all', accounts: 'all' as const, user: outside },
  ])('lets an import pass when the $why', ({ accounts, user }) => {
    expect(reasonFor([anEntry()], { accounts, user })).toBeNull();
  });

  it('holds for a user that nobody owns yet', () => {
    const other = anEntry({ contact: { id: contactId('2') } });
    const situation = { accounts: ['Analytical Engines'], user: outside };
    expect(reasonFor([anEntry(), other], situation)).toBe('account_out_of_scope');
  });
});

describe('isInStep', () => {
  it.each([
    { expected: true, why: 'the user is as wanted', user: aUser() },
    {
      expected: true,
      why: 'another destination is beside',
      user: aUser({ destinations: [SECOND, aUserDestination()] }),
    },
    { expected: false, why: 'a name differs', user: aUser({ firstName: 'Augusta' }) },
    {
      expected: false,
      why: 'another destination has the package',
      user: aUser({ destinations: [aUserDestination({ destinationId: SECOND.destinationId })] }),
    },
    { expected: false, why: 'the destination is missing', user: aUser({ destinations: [] }) },
    {
      expected: false,
      why: 'the package differs',
      user: aUser({ destinations: [aUserDestination({ packageId: null })] }),
    },
    { expected: true, why: 'the id is another', user: aUser({ id: userId('user-2') }) },
  ])('is $expected when $why', ({ expected, user }) => {
    expect(isInStep(user, aContact(), aTarget())).toBe(expected);
  });
});

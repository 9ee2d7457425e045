import { describe, expect, it } from 'vitest';
import { destinationId, packageId, userId } from '../../../core/domain/ids.ts';
import { isSameUser } from '../../../core/domain/same-user.ts';
import { aUser, aUserDestination } from '../../support/builders.ts';

const SECOND = aUserDestination({ destinationId: destinationId('destination-2') });

describe('isSameUser', () => {
  it.each([
    { why: 'nothing', now: aUser() },
    { why: 'padding and letter case of the email', now: aUser({ email: ' ADA@engines.example' }) },
  ])('does not mind $why', ({ now }) => {
    expect(isSameUser(aUser(), now)).toBe(true);
  });

  it('does not mind the order of destinations', () => {
    const one = aUser({ destinations: [aUserDestination(), SECOND] });
    expect(isSameUser(one, aUser({ destinations: [SECOND, aUserDestination()] }))).toBe(true);
  });

  it.each([
    { why: 'the id', now: aUser({ id: userId('user-2') }) },
    { why: 'the email', now: aUser({ email: 'bob@engines.example' }) },
    { why: 'the first name, even its white space', now: aUser({ firstName: 'Ada ' }) },
    { why: 'the last name', now: aUser({ lastName: 'Byron' }) },
    { why: 'the company', now: aUser({ company: '' }) },
    { why: 'the state', now: aUser({ isEnabled: false }) },
    { why: 'a destination more', now: aUser({ destinations: [aUserDestination(), SECOND] }) },
    { why: 'a destination less', now: aUser({ destinations: [] }) },
    { why: 'another destination', now: aUser({ destinations: [SECOND] }) },
    { why: 'a package', now: aUser({ destinations: [aUserDestination({ packageId: packageId('package-2') })] }) },
    { why: 'no package', now: aUser({ destinations: [aUserDestination({ packageId: null })] }) },
  ])('minds $why', ({ now }) => {
    expect(isSameUser(aUser(), now)).toBe(false);
  });
});

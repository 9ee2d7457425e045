import { describe, expect, it } from 'vitest';
import { differencesBetween } from '../../../core/domain/difference.ts';
import { packageId } from '../../../core/domain/ids.ts';
import { aContact, aLink, aUser, aUserDestination } from '../../support/builders.ts';

describe('differencesBetween', () => {
  it('finds none when first name, last name and account are the same', () => {
    expect(differencesBetween(aContact(), aUser(), null)).toEqual([]);
  });

  it.each([
    { field: 'firstName', contact: { firstName: 'Augusta' }, autotask: 'Augusta', mbs: 'Ada' },
    { field: 'lastName', contact: { lastName: 'Byron' }, autotask: 'Byron', mbs: 'Lovelace' },
    { field: 'account', contact: { account: 'Engines Ltd' }, autotask: 'Engines Ltd', mbs: 'Analytical Engines' },
  ])('names $field with both values', ({ field, contact, autotask, mbs }) => {
    expect(differencesBetween(aContact(contact), aUser(), null)).toEqual([
      { field, autotask, mbs, changedIn: 'unknown' },
    ]);
  });

  it('names every field that differs', () => {
    const user = aUser({ firstName: 'A', lastName: 'B', company: '' });
    expect(differencesBetween(aContact(), user, null).map(({ field }) => field)).toEqual([
      'firstName',
      'lastName',
      'account',
    ]);
  });

  it('does not mind padding, inner white space and Unicode composition', () => {
    const contact = aContact({ firstName: ' Zoe\u0308 ', account: 'Analytical  Engines' });
    expect(differencesBetween(contact, aUser({ firstName: 'Zo\u00eb' }), null)).toEqual([]);
  });

  it('does not look at email, destination, package and state', () => {
    const user = aUser({
      email: 'other@engines.example',
      isEnabled: false,
      destinations: [aUserDestination({ packageId: packageId('package-9') })],
    });
    expect(differencesBetween(aContact({ isActive: false, isGone: true }), user, null)).toEqual([]);
  });

  it.each([
    { changedIn: 'autotask', autotask: 'Augusta', mbs: 'Ada', why: 'only Autotask has a new value' },
    { changedIn: 'mbs', autotask: 'Ada', mbs: 'Augusta', why: 'only the user has a new value' },
    { changedIn: 'both', autotask: 'Augusta', mbs: 'Countess', why: 'both have new values' },
    { changedIn: 'autotask', autotask: 'Augusta', mbs: ' Ada ', why: 'the user has the imported value, padded' },
    { changedIn: 'mbs', autotask: ' Ada ', mbs: 'Augusta', why: 'Autotask has the imported value, padded' },
  ])('says $changedIn when $why since the import', ({ changedIn, autotask, mbs }) => {
    const [difference] = differencesBetween(aContact({ firstName: autotask }), aUser({ firstName: mbs }), aLink());
    expect(difference?.changedIn).toBe(changedIn);
  });

  it.each(['firstName', 'lastName', 'account'] as const)('compares %s with what was imported of it', (field) => {
    const [difference] = differencesBetween(aContact({ [field]: 'New' }), aUser(), aLink());
    expect(difference).toMatchObject({ field, changedIn: 'autotask' });
  });

  it('tells the changed side for each field by itself', () => {
    const contact = aContact({ firstName: 'Augusta', account: 'Engines Ltd' });
    const user = aUser({ lastName: 'Byron', company: 'Engines Inc' });
    expect(differencesBetween(contact, user, aLink()).map(({ changedIn }) => changedIn)).toEqual([
      'autotask',
      'mbs',
      'both',
    ]);
  });
});

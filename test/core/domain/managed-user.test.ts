import { describe, expect, it } from 'vitest';
import { destinationId } from '../../../core/domain/ids.ts';
import { soleDestination } from '../../../core/domain/managed-user.ts';
import { aUser, aUserDestination } from '../../support/builders.ts';

describe('soleDestination', () => {
  it('is the destination of a user who has just one', () => {
    expect(soleDestination(aUser())).toEqual(aUserDestination());
  });

  it('is nothing for a user without a destination', () => {
    expect(soleDestination(aUser({ destinations: [] }))).toBeNull();
  });

  it('is nothing for a user with several', () => {
    const destinations = [aUserDestination(), aUserDestination({ destinationId: destinationId('destination-2') })];
    expect(soleDestination(aUser({ destinations }))).toBeNull();
  });
});

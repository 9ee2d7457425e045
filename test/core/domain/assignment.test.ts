import { describe, expect, it } from 'vitest';
import { assignmentProblems, effectiveAssignment } from '../../../core/domain/assignment.ts';
import { destinationId, packageId } from '../../../core/domain/ids.ts';
import { aCatalog, anAssignment, aUser, aUserDestination } from '../../support/builders.ts';

const NOTHING = { destinationId: null, packageId: null };
const SECOND = { destinationId: destinationId('destination-2'), packageId: packageId('package-2') };
const GONE = { destinationId: destinationId('destination-gone'), packageId: packageId('package-gone') };
const DISABLED = packageId('package-3');

describe('effectiveAssignment', () => {
  it.each([
    { why: 'the choice', given: SECOND, user: aUser(), expected: SECOND },
    { why: "the user's own without a choice", given: NOTHING, user: aUser(), expected: anAssignment() },
    {
      why: "the chosen destination with the user's own package",
      given: { ...NOTHING, destinationId: SECOND.destinationId },
      user: aUser(),
      expected: anAssignment({ destinationId: SECOND.destinationId }),
    },
    {
      why: 'the chosen destination with the package that it has there, beside others',
      given: { ...NOTHING, destinationId: SECOND.destinationId },
      user: aUser({ destinations: [aUserDestination(), SECOND] }),
      expected: SECOND,
    },
    {
      why: 'a chosen destination that the user lacks, without a package, beside several others',
      given: { ...NOTHING, destinationId: GONE.destinationId },
      user: aUser({ destinations: [aUserDestination(), SECOND] }),
      expected: { destinationId: GONE.destinationId, packageId: null },
    },
    {
      why: "the chosen package for the user's own destination",
      given: { ...NOTHING, packageId: SECOND.packageId },
      user: aUser(),
      expected: anAssignment({ packageId: SECOND.packageId }),
    },
    {
      why: "the user's own destination without a package",
      given: NOTHING,
      user: aUser({ destinations: [aUserDestination({ packageId: null })] }),
      expected: anAssignment({ packageId: null }),
    },
    {
      why: 'nothing when the user has several destinations',
      given: NOTHING,
      user: aUser({ destinations: [aUserDestination(), SECOND] }),
      expected: NOTHING,
    },
    { why: 'nothing when the user has none', given: NOTHING, user: aUser({ destinations: [] }), expected: NOTHING },
    { why: 'nothing without a choice and a user', given: NOTHING, user: null, expected: NOTHING },
  ])('is $why', ({ given, user, expected }) => {
    expect(effectiveAssignment(given, user)).toEqual(expected);
  });
});

describe('assignmentProblems', () => {
  it.each([
    { why: 'what is there', given: anAssignment(), expected: [] },
    { why: 'nothing', given: NOTHING, expected: [] },
    {
      why: 'a destination that is gone',
      given: anAssignment({ destinationId: GONE.destinationId }),
      expected: ['destination_gone'],
    },
    { why: 'a package that is gone', given: anAssignment({ packageId: GONE.packageId }), expected: ['package_gone'] },
    { why: 'both gone', given: GONE, expected: ['destination_gone', 'package_gone'] },
    { why: 'a disabled package', given: anAssignment({ packageId: DISABLED }), expected: ['package_disabled'] },
    { why: 'only a destination that is gone', given: { ...GONE, packageId: null }, expected: ['destination_gone'] },
    { why: 'only a package that is gone', given: { ...GONE, destinationId: null }, expected: ['package_gone'] },
  ])('finds $expected for $why', ({ given, expected }) => {
    expect(assignmentProblems(given, null, aCatalog())).toEqual(expected);
    expect(assignmentProblems(given, aUser(), aCatalog())).toEqual(expected);
  });

  it.each([
    { why: 'gone', kept: GONE },
    { why: 'disabled', kept: aUserDestination({ packageId: DISABLED }) },
    { why: 'gone and without a package', kept: { ...GONE, packageId: null } },
  ])('leaves in peace what the user has already, though it is $why', ({ kept }) => {
    const user = aUser({ destinations: [SECOND, kept] });
    expect(assignmentProblems(kept, user, aCatalog())).toEqual([]);
  });

  it('minds a package that is disabled when it is new for the destination', () => {
    const user = aUser({ destinations: [{ ...SECOND, packageId: DISABLED }] });
    expect(assignmentProblems(anAssignment({ packageId: DISABLED }), user, aCatalog())).toEqual(['package_disabled']);
  });
});

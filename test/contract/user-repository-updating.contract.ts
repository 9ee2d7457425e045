import { describe, expect, it } from 'vitest';
import type { ManagedUser } from '../../core/domain/managed-user.ts';
import { codeOf, OURS, rejection, SILENT, THEIRS, type UserRepositoryTrial } from './user-repository-trial.ts';

export function userRepositoryUpdating(trial: () => UserRepositoryTrial): void {
  describe('updating', () => {
    it('brings name and company to the target, and leaves email and enabling alone', async () => {
      const before = await trial().saved();
      await trial().probe.putUser(OURS, { ...before, isEnabled: false });
      const expected = (await trial().found(before.email))!;
      const [result] = await trial().save(
        trial().update(expected, {
          email: 'other@engines.example',
          firstName: 'Augusta',
          lastName: 'King',
          company: 'Ockham',
        }),
      );
      expect(result).toEqual({ kind: 'updated', userId: before.id });
      expect(await trial().everybody()).toEqual([
        { ...expected, firstName: 'Augusta', lastName: 'King', company: 'Ockham' },
      ]);
      expect(await trial().probe.companies(OURS)).toContain('Ockham');
    });

    it('adds a destination beside the others', async () => {
      const before = await trial().saved();
      const added = await trial().probe.addDestination(OURS);
      await trial().save(trial().update(before, { destinationId: added }));
      expect(new Set((await trial().found(before.email))?.destinations)).toEqual(
        new Set([...before.destinations, { destinationId: added, packageId: trial().target().packageId }]),
      );
    });

    it('changes the package of a destination that the user has, and no other', async () => {
      const kept = await trial().probe.addDestination(OURS);
      const first = await trial().saved();
      await trial().save(trial().update(first, { destinationId: kept }));
      const before = (await trial().found(first.email))!;
      const larger = await trial().probe.addPackage(OURS);
      await trial().save(trial().update(before, { packageId: larger }));
      expect(new Set((await trial().found(first.email))?.destinations)).toEqual(
        new Set([
          { destinationId: trial().target().destinationId, packageId: larger },
          { destinationId: kept, packageId: trial().target().packageId },
        ]),
      );
    });

    it('goes ahead whatever the order of the expected destinations and the letter case of the email', async () => {
      const first = await trial().saved();
      await trial().save(trial().update(first, { destinationId: await trial().probe.addDestination(OURS) }));
      const before = (await trial().found(first.email))!;
      const expected = {
        ...before,
        email: before.email.toUpperCase(),
        destinations: before.destinations.toReversed(),
      };
      expect((await trial().save(trial().update(expected, { lastName: 'King' }))).map(codeOf)).toEqual(['updated']);
    });

    it.each<[string, (user: ManagedUser) => Partial<ManagedUser>]>([
      ['email', () => ({ email: 'moved@engines.example' })],
      ['first name', () => ({ firstName: 'Augusta' })],
      ['last name', () => ({ lastName: 'King' })],
      ['company', () => ({ company: 'Ockham' })],
      ['enabling', () => ({ isEnabled: false })],
      ['destinations', () => ({ destinations: [] })],
    ])('rejects the update of a user whose %s somebody changed meanwhile', async (_, change) => {
      const expected = await trial().saved();
      const edited = { ...expected, ...change(expected) };
      await trial().probe.putUser(OURS, edited);
      expect(await trial().save(trial().update(expected, { lastName: 'Byron', company: 'New' }))).toEqual([
        rejection('user_changed_meanwhile'),
      ]);
      expect(await trial().everybody()).toEqual([edited]);
      expect(await trial().probe.companies(OURS)).not.toContain('New');
    });

    it('rejects the update of a user whose package somebody changed meanwhile', async () => {
      const expected = await trial().saved();
      const packageOfPerson = await trial().probe.addPackage(OURS);
      const edited = {
        ...expected,
        destinations: expected.destinations.map((destination) => ({ ...destination, packageId: packageOfPerson })),
      };
      await trial().probe.putUser(OURS, edited);
      expect((await trial().save(trial().update(expected))).map(codeOf)).toEqual(['user_changed_meanwhile']);
      expect(await trial().everybody()).toEqual([edited]);
    });

    it('rejects the update of a user who is deleted or another provider’s', async () => {
      const expected = await trial().saved();
      const theirs = {
        destinationId: await trial().probe.addDestination(THEIRS),
        packageId: await trial().probe.addPackage(THEIRS),
      };
      const foreign = await trial().users.saveMany(THEIRS, [trial().update(expected, theirs)], SILENT);
      expect(foreign.map(codeOf)).toEqual(['user_changed_meanwhile']);
      expect(await trial().everybody()).toEqual([expected]);
      await trial().probe.deleteUser(OURS, expected);
      expect((await trial().save(trial().update(expected))).map(codeOf)).toEqual(['user_changed_meanwhile']);
      expect(await trial().everybody()).toEqual([]);
    });

    it('lets the first of two updates of one user win', async () => {
      const expected = await trial().saved();
      const results = await trial().save(
        trial().update(expected, { lastName: 'King' }),
        trial().update(expected, { lastName: 'Byron' }),
      );
      expect(results.map(codeOf)).toEqual(['updated', 'user_changed_meanwhile']);
      expect((await trial().found(expected.email))?.lastName).toBe('King');
    });

    it('lets the first of two updates win even when it changes nothing', async () => {
      const expected = await trial().saved();
      const results = await trial().save(trial().update(expected), trial().update(expected));
      expect(results.map(codeOf)).toEqual(['updated', 'user_changed_meanwhile']);
    });

    it('lets one of two writers at once win', async () => {
      const expected = await trial().saved();
      const names = ['King', 'Byron'];
      const results = await Promise.all(names.map((lastName) => trial().save(trial().update(expected, { lastName }))));
      const codes = results.flat().map(codeOf);
      expect(codes.toSorted()).toEqual(['updated', 'user_changed_meanwhile']);
      expect((await trial().found(expected.email))?.lastName).toBe(names[codes.indexOf('updated')]);
    });
  });
}

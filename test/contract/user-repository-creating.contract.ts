import { describe, expect, it } from 'vitest';
import { destinationId } from '../../core/domain/ids.ts';
import type { SaveUser } from '../../core/ports/user-repository.ts';
import { aTarget } from '../support/builders.ts';
import { OURS, rejection, SILENT, THEIRS, type UserRepositoryTrial } from './user-repository-trial.ts';

export function userRepositoryCreating(trial: () => UserRepositoryTrial): void {
  describe('creating', () => {
    it('makes an enabled user with the destination and package, as given, and tells its id', async () => {
      const [result] = await trial().save(
        trial().create({ firstName: 'Zoë', lastName: '李 🦊', company: "O'Neil & Söhne" }),
      );
      const user = (await trial().found(trial().target().email))!;
      expect(result).toEqual({ kind: 'created', userId: user.id });
      expect(user).toEqual({
        id: user.id,
        email: trial().target().email,
        firstName: 'Zoë',
        lastName: '李 🦊',
        company: "O'Neil & Söhne",
        isEnabled: true,
        destinations: [{ destinationId: trial().target().destinationId, packageId: trial().target().packageId }],
      });
    });

    it('takes empty and long names', async () => {
      const long = 'x'.repeat(5000);
      const user = await trial().saved({ firstName: '', lastName: long, company: '' });
      expect(user).toMatchObject({ firstName: '', lastName: long, company: '' });
      expect(await trial().probe.companies(OURS)).toEqual([]);
    });

    it('answers nothing for no command', async () => {
      expect(await trial().save()).toEqual([]);
    });

    it('makes a missing company once, and knows one that differs only in white space', async () => {
      await trial().save(
        trial().create({ email: 'a@engines.example', company: 'Difference Works' }),
        trial().create({ email: 'b@engines.example', company: 'Difference  Works' }),
        trial().create({ email: 'c@engines.example', company: 'difference works' }),
      );
      await trial().save(trial().create({ email: 'd@engines.example', company: 'Difference Works' }));
      const companies = (await trial().probe.companies(OURS)).map((company) => company.replace(/\s+/g, ' '));
      expect(companies.sort()).toEqual(['Difference Works', 'difference works']);
      expect(await trial().probe.companies(THEIRS)).toEqual([]);
    });

    it('rejects a login that this provider has by now, and changes nothing', async () => {
      const user = await trial().saved();
      expect(await trial().save(trial().create({ email: ` ${user.email.toUpperCase()}`, lastName: 'Byron' }))).toEqual([
        rejection('user_changed_meanwhile'),
      ]);
      expect(await trial().everybody()).toEqual([user]);
    });

    it('rejects a login that another provider has, and never shows that user', async () => {
      const user = await trial().saved();
      const theirs = {
        destinationId: await trial().probe.addDestination(THEIRS),
        packageId: await trial().probe.addPackage(THEIRS),
      };
      const command: SaveUser = { kind: 'create', target: aTarget({ ...theirs, email: user.email }) };
      expect(await trial().users.saveMany(THEIRS, [command], SILENT)).toEqual([rejection('email_taken_elsewhere')]);
      expect(await trial().everybody(THEIRS)).toEqual([]);
      const left = trial().supports.companiesWithTheirUsers ? [] : [user.company];
      expect(await trial().probe.companies(THEIRS)).toEqual(left);
    });

    it('lets the first of two commands for one login win', async () => {
      const results = await trial().save(
        trial().create({ lastName: 'First' }),
        trial().create({ email: 'ADA@engines.example ' }),
      );
      const user = (await trial().found(trial().target().email))!;
      expect(results).toEqual([{ kind: 'created', userId: user.id }, rejection('user_changed_meanwhile')]);
      expect(user.lastName).toBe('First');
    });

    it('gives the login to the second when the first could not be carried out', async () => {
      const results = await trial().save(
        trial().create({ destinationId: destinationId('gone') }),
        trial().create({ lastName: 'Second' }),
      );
      expect(results.map(({ kind }) => kind)).toEqual(['rejected', 'created']);
      expect((await trial().found(trial().target().email))?.lastName).toBe('Second');
    });

    it('creates a deleted login anew', async () => {
      const user = await trial().saved();
      await trial().probe.deleteUser(OURS, user);
      const [result] = await trial().save(trial().create());
      expect(result?.kind).toBe('created');
      expect((await trial().found(user.email))?.id).not.toBe(user.id);
    });
  });
}

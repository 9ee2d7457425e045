import { describe, expect, it } from 'vitest';
import { destinationId, packageId } from '../../core/domain/ids.ts';
import { codeOf, THEIRS, type UserRepositoryTrial } from './user-repository-trial.ts';

export function userRepositoryBatches(trial: () => UserRepositoryTrial): void {
  describe('what no command may spoil', () => {
    it('answers in the order of the commands, and carries out all that can be', async () => {
      const taken = await trial().saved({ email: 'taken@engines.example' });
      const changed = await trial().saved({ email: 'changed@engines.example' });
      const theirDestination = await trial().probe.addDestination(THEIRS);
      const theirPackage = await trial().probe.addPackage(THEIRS);
      const results = await trial().save(
        trial().create({ email: 'one@engines.example', destinationId: destinationId('gone') }),
        trial().create({ email: 'two@engines.example' }),
        trial().create({ email: 'three@engines.example', destinationId: theirDestination }),
        trial().create({ email: 'four@engines.example', packageId: packageId('gone') }),
        trial().create({ email: taken.email }),
        trial().create({ email: 'five@engines.example', packageId: theirPackage }),
        trial().update(changed, { lastName: 'Byron' }),
        trial().create({ email: 'six@engines.example' }),
      );
      expect(results.map(codeOf)).toEqual([
        'destination_gone',
        'created',
        'destination_gone',
        'package_gone',
        'user_changed_meanwhile',
        'package_gone',
        'updated',
        'created',
      ]);
      expect((await trial().everybody()).map(({ email }) => email).sort()).toEqual([
        'changed@engines.example',
        'six@engines.example',
        'taken@engines.example',
        'two@engines.example',
      ]);
    });

    it.each([
      ['NUL', 'A\0da'],
      ['half a surrogate pair', 'Ada \ud83e'],
    ])('refuses a name with %s in words, and carries out the rest', async (_, firstName) => {
      const results = await trial().save(
        trial().create({ firstName }),
        trial().create({ email: 'two@engines.example' }),
      );
      expect(results.map(codeOf)).toEqual(['console_refused', 'created']);
      expect(results[0]).toHaveProperty('quote', expect.stringContaining('character'));
    });

    it('carries out more commands than one transaction holds, in their order', async () => {
      const emails = Array.from(
        { length: trial().supports.manyUsers },
        (_, index) => `person-${index}@engines.example`,
      );
      const results = await trial().save(
        ...emails.map((email) => trial().create({ email })),
        trial().create({ email: 'person-7@engines.example' }),
      );
      expect(results.slice(0, -1).map(codeOf)).toEqual(emails.map(() => 'created'));
      expect(codeOf(results.at(-1)!)).toBe('user_changed_meanwhile');
      const ids = new Map((await trial().everybody()).map((user) => [user.email, user.id]));
      const late = Math.floor(emails.length * 0.6);
      expect(results[late]).toEqual({ kind: 'created', userId: ids.get(`person-${late}@engines.example`) });
    });

    it('makes one user of two writers who want the same logins at once', async () => {
      const emails = Array.from({ length: 60 }, (_, index) => `person-${index}@engines.example`);
      const [one, other] = await Promise.all([
        trial().save(...emails.map((email) => trial().create({ email, company: 'One' }))),
        trial().save(...emails.toReversed().map((email) => trial().create({ email, company: 'Other' }))),
      ]);
      const pairs = emails.map((_, index) => [codeOf(one[index]!), codeOf(other.at(-1 - index)!)].sort());
      expect(pairs).toEqual(emails.map(() => ['created', 'user_changed_meanwhile']));
      expect(await trial().everybody()).toHaveLength(60);
    });
  });
}

import { describe, expect, it } from 'vitest';
import { userId } from '../../core/domain/ids.ts';
import { collect, never, OURS, THEIRS, type UserRepositoryTrial } from './user-repository-trial.ts';

export function userRepositoryReading(trial: () => UserRepositoryTrial): void {
  describe('reading', () => {
    it('finds nobody for no email, an unknown one, or one that no console can hold', async () => {
      await trial().save(trial().create());
      expect(await trial().users.findByEmails(OURS, [])).toEqual([]);
      expect(await trial().users.findByEmails(OURS, ['nobody@engines.example', '', 'ada\0@engines.example'])).toEqual(
        [],
      );
    });

    it('compares emails trimmed and without regard to letter case', async () => {
      const user = await trial().saved({ email: 'Ada@Engines.Example' });
      expect(user.email).toBe('Ada@Engines.Example');
      expect(await trial().users.findByEmails(OURS, [' ADA@engines.example '])).toEqual([user]);
    });

    it('answers each user once, however often it is named', async () => {
      const user = await trial().saved();
      expect(await trial().users.findByEmails(OURS, [user.email, user.email.toUpperCase()])).toEqual([user]);
      expect(await trial().users.findByIds(OURS, [user.id, user.id])).toEqual([user]);
    });

    it('shows what is so at the moment that it must not be older than', async () => {
      const user = await trial().saved();
      await trial().probe.deleteUser(OURS, user);
      expect(await trial().users.findByEmails(OURS, [user.email], { notBefore: new Date() })).toEqual([]);
    });

    it('finds users by id and leaves out absent ones', async () => {
      const user = await trial().saved();
      expect(await trial().users.findByIds(OURS, [userId('nobody'), user.id])).toEqual([user]);
      expect(await trial().users.findByIds(OURS, [])).toEqual([]);
    });

    it('shows a user with all its destinations, in a steady order, and one without any', async () => {
      const others = [await trial().probe.addDestination(OURS), await trial().probe.addDestination(OURS)];
      const user = await trial().saved();
      const many = [
        ...user.destinations,
        ...others.map((id) => ({ destinationId: id, packageId: trial().target().packageId })),
      ];
      await trial().probe.putUser(OURS, { ...user, destinations: many.reverse() });
      const shown = (await trial().found(user.email))!;
      expect(new Set(shown.destinations)).toEqual(new Set(many));
      expect(await trial().users.findByIds(OURS, [user.id])).toEqual([shown]);
      await trial().probe.putUser(OURS, { ...user, destinations: [] });
      expect((await trial().found(user.email))?.destinations).toEqual([]);
    });

    it('never shows a user of another provider', async () => {
      const user = await trial().saved();
      expect(await trial().found(user.email, THEIRS)).toBeUndefined();
      expect(await trial().users.findByIds(THEIRS, [user.id])).toEqual([]);
      expect(await trial().everybody(THEIRS)).toEqual([]);
    });

    it('yields every user once, in batches, and nothing when there is none', async () => {
      expect(await collect(trial().users.all(OURS, never))).toEqual([]);
      const emails = Array.from(
        { length: trial().supports.manyUsers },
        (_, index) => `person-${index}@engines.example`,
      );
      await trial().save(...emails.map((email) => trial().create({ email })));
      const batches = await collect(trial().users.all(OURS, never));
      expect(batches.length).toBeGreaterThan(1);
      expect(
        batches
          .flat()
          .map(({ email }) => email)
          .sort(),
      ).toEqual(emails.sort());
    });

    it('stops at the next batch when it is aborted', async () => {
      await trial().save(trial().create());
      const reason = new Error('enough');
      await expect(collect(trial().users.all(OURS, AbortSignal.abort(reason)))).rejects.toBe(reason);
    });
  });
}

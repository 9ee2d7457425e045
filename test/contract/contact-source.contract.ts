import { afterEach, describe, expect, it } from 'vitest';
import type { SourceAccess } from '../../core/domain/connection.ts';
import { all, type ContactSourceHarness, errorOf, options, person, whole } from './contact-source-harness.ts';
import { contactSourceReadingsContract } from './contact-source-readings.contract.ts';
import { contactSourceRowsContract } from './contact-source-rows.contract.ts';

export type { ContactSourceHarness, SourceTrouble } from './contact-source-harness.ts';

/** What every contact source promises. */
export function contactSourceContract(name: string, open: () => Promise<ContactSourceHarness>): void {
  describe(`ContactSource: ${name}`, () => {
    const opened: ContactSourceHarness[] = [];
    const start = async (): Promise<ContactSourceHarness> => {
      const harness = await open();
      opened.push(harness);
      return harness;
    };
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((harness) => harness.dispose()));
    });

    describe('check', () => {
      it('tells the zone, the database and what may be seen', async () => {
        const { source, credentials } = await start();
        const check = await source.check(credentials, options);
        expect(new URL(check.zone).href).toBe(check.zone);
        expect(check.databaseId).toMatch(/^\d+$/);
        expect(check.access).toEqual({ contacts: 'all', accounts: 'all' });
      });

      it.each<SourceAccess>([
        { contacts: 'none', accounts: 'all' },
        { contacts: 'all', accounts: 'none' },
        { contacts: 'restricted', accounts: 'restricted' },
      ])('tells a right that is missing or partial: %o', async (access) => {
        const { source, credentials, grant } = await start();
        await grant(access);
        expect((await source.check(credentials, options)).access).toEqual(access);
      });

      it.each(['password', 'username'] as const)('refuses a wrong %s without repeating it', async (field) => {
        const { source, credentials, probe } = await start();
        const wrong = { ...credentials, [field]: `${credentials[field]}x` };
        const error = await errorOf(source.check(wrong, options));
        expect(error.code).toBe('source_unauthorized');
        expect(error.safeDetail).toContain(field === 'username' ? 'UserName' : 'Password');
        expect(error.safeDetail).not.toContain(wrong.password);
        expect(await probe.calls()).toBeLessThanOrEqual(1);
      });

      it('goes on working with the right credentials after wrong ones', async () => {
        const { source, credentials } = await start();
        await errorOf(source.check({ ...credentials, password: 'wrong' }, options));
        expect((await source.counts(credentials, options)).accounts).toBeGreaterThan(0);
      });
    });

    describe('after refused credentials', () => {
      it('makes no further call with them', async () => {
        const { source, credentials, probe } = await start();
        const wrong = { ...credentials, password: 'wrong' };
        await errorOf(source.counts(wrong, options));
        const before = await probe.calls();
        expect(before).toBe(1);
        expect((await errorOf(source.counts(wrong, options))).code).toBe('source_unauthorized');
        expect((await errorOf(all(source.contacts(wrong, whole, options)))).code).toBe('source_unauthorized');
        expect((await errorOf(all(source.accounts(wrong, whole, options)))).code).toBe('source_unauthorized');
        expect(await probe.calls()).toBe(before);
      });

      it('makes one more when they are checked again', async () => {
        const { source, credentials, probe } = await start();
        const wrong = { ...credentials, password: 'wrong' };
        await errorOf(source.check(wrong, options));
        const before = await probe.calls();
        expect((await errorOf(source.check(wrong, options))).code).toBe('source_unauthorized');
        expect(await probe.calls()).toBe(before + 1);
      });
    });

    describe('counts', () => {
      it('counts active and inactive rows alike', async () => {
        const { source, credentials, putAccount, putContact } = await start();
        const before = await source.counts(credentials, options);
        const accountId = await putAccount({ name: 'Northwind Dental', isActive: false });
        await putContact(person({ accountId }));
        await putContact(person({ accountId, isActive: false }));
        expect(await source.counts(credentials, options)).toMatchObject({
          contacts: before.contacts + 2,
          accounts: before.accounts + 1,
        });
      });

      it('tells the database and the time of the source', async () => {
        const { source, credentials, turnTo } = await start();
        await turnTo(new Date('2031-05-06T07:08:09Z'));
        const { databaseId, at } = await source.counts(credentials, options);
        expect(at).toBe('2031-05-06T07:08:09.000Z');
        expect(databaseId).toBe((await source.check(credentials, options)).databaseId);
      });

      it.each(['contacts', 'accounts'] as const)('is forbidden without the right to see %s', async (entity) => {
        const { source, credentials, grant } = await start();
        await grant({ contacts: 'all', accounts: 'all', [entity]: 'none' });
        const error = await errorOf(source.counts(credentials, options));
        expect(error.code).toBe('source_forbidden');
        expect(error.safeDetail).toContain(entity);
      });
    });

    describe('trouble', () => {
      it.each([
        ['down', 'source_unavailable'],
        ['throttled', 'source_throttled'],
        ['not_data', 'source_incomplete'],
      ] as const)('%s is %s, and never an end of the rows', async (trouble, code) => {
        const harness = await start();
        const { source, credentials } = harness;
        await harness.trouble(trouble);
        expect((await errorOf(source.counts(credentials, options))).code).toBe(code);
        expect((await errorOf(all(source.contacts(credentials, whole, options)))).code).toBe(code);
        expect((await errorOf(all(source.accounts(credentials, whole, options)))).code).toBe(code);
        await harness.trouble(null);
        expect((await source.counts(credentials, options)).accounts).toBeGreaterThan(0);
      });

      it('that stops a check is no judgement on the credentials', async () => {
        const harness = await start();
        const { source, credentials } = harness;
        await harness.trouble('down');
        expect((await errorOf(source.check(credentials, options))).code).toBe('source_unavailable');
        await harness.trouble(null);
        expect((await source.check(credentials, options)).access.contacts).toBe('all');
      });
    });

    contactSourceRowsContract(start);
    contactSourceReadingsContract(start);
  });
}

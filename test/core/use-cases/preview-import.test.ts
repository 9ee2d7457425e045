import { describe, expect, it } from 'vitest';
import { accountId, contactId, packageId } from '../../../core/domain/ids.ts';
import { aSourceAccount, aSourceContact } from '../../support/book-builders.ts';
import { MSP } from '../../support/run-builders.ts';
import { ALL, only, theUserOf, useCasesInMemory } from '../../support/use-cases-in-memory.ts';

/** One contact of every effect, and several that are blocked. */
async function openMixed() {
  const app = useCasesInMemory();
  app.ports.source.putAccount(aSourceAccount(200));
  app.ports.users.put(MSP, theUserOf(3, { lastName: 'Byron' }));
  app.ports.users.put(MSP, theUserOf(4));
  await app.open(
    aSourceContact(1),
    aSourceContact(2),
    aSourceContact(3),
    aSourceContact(4),
    aSourceContact(5, { email: '' }),
    aSourceContact(6, { email: 'info@engines.example' }),
    aSourceContact(7, { email: 'info@engines.example' }),
    aSourceContact(8, { isActive: false }),
    aSourceContact(9, { accountId: accountId('200') }),
  );
  await app.assign(only(2), { packageId: packageId('package-2') });
  return app;
}

describe('PreviewImport', () => {
  it('counts by effect, by reason, by destination and by package', async () => {
    const app = await openMixed();
    expect(await app.preview()).toMatchObject({
      create: 3,
      update: 1,
      unchanged: 1,
      blocked: [
        { code: 'email_missing', count: 1 },
        { code: 'email_shared', count: 2 },
        { code: 'contact_inactive', count: 1 },
      ],
      byDestination: new Map([['destination-1', 4]]),
      byPackage: new Map([
        ['package-1', 3],
        ['package-2', 1],
      ]),
      capacityGb: 700,
    });
  });

  it.each([
    ['of everything', ALL, 'all'],
    ['of one that shares', only(6, 1), 'all'],
    ['in a scope', ALL, ['Account 200']],
    ['of a filter', { filter: { account: accountId('100') }, except: [contactId('1')] }, 'all'],
    ['of nobody', only(404), 'all'],
  ] as const)('agrees with the import to the number: %s', async (_, selection, accounts) => {
    const app = await openMixed();
    const preview = await app.preview(selection, accounts);
    const run = await app.import(selection, accounts);
    const blocked = preview.blocked.reduce((sum, { count }) => sum + count, 0);
    expect(run.tally).toEqual({
      created: preview.create,
      updated: preview.update,
      unchanged: preview.unchanged,
      failed: blocked,
      not_attempted: 0,
    });
    expect(run.total).toBe(preview.create + preview.update + preview.unchanged + blocked);
    const reasons = (await app.items(run)).flatMap(({ reason }) => reason?.code ?? []);
    const counted = preview.blocked.flatMap(({ code, count }) => Array.from({ length: count }, () => code));
    expect(reasons.toSorted()).toEqual(counted.toSorted());
  });

  it('writes nothing', async () => {
    const app = await openMixed();
    const before = [await app.list(), await app.users(), await app.activities()];
    await app.preview();
    expect([await app.list(), await app.users(), await app.activities()]).toEqual(before);
    expect(await app.ports.runs.recent(MSP, 10)).toHaveLength(1); // The refresh.
  });

  describe('its fingerprint', () => {
    type App = Awaited<ReturnType<typeof openMixed>>;
    const renamed = (app: App) => {
      app.ports.source.putContact(aSourceContact(1, { firstName: 'Augusta' }));
      return app.refresh();
    };
    const disabled = (app: App) => app.ports.users.put(MSP, theUserOf(4, { isEnabled: false }));
    const phones = (app: App) => app.ports.users.put(MSP, theUserOf(999));

    it.each<[string, (app: App) => unknown]>([
      ['another package', (app) => app.assign(only(1), { packageId: packageId('package-2') })],
      ['a user who appears', (app) => app.ports.users.put(MSP, theUserOf(1))],
      ['a user who is edited', (app) => app.ports.users.put(MSP, theUserOf(4, { lastName: 'Byron' }))],
      ['a contact who is renamed', renamed],
      ['a package that goes', (app) => app.ports.packages.remove(MSP, packageId('package-2'))],
    ])('changes with the plan: %s', async (_, change) => {
      const app = await openMixed();
      const { fingerprint } = await app.preview();
      await change(app);
      expect((await app.preview()).fingerprint).not.toBe(fingerprint);
    });

    it.each<[string, (app: App) => unknown]>([
      ['nothing', () => undefined],
      ['a refresh that brings nothing new', (app) => app.refresh()],
      ['a user who is disabled', disabled],
      ['a user of nobody', phones],
      ['an assignment of a contact that is not selected', (app) => app.assign(only(9), { packageId: null })],
    ])('stays with the plan: %s', async (_, change) => {
      const app = await openMixed();
      const selection = only(1, 2, 3, 4);
      const { fingerprint } = await app.preview(selection);
      await change(app);
      expect((await app.preview(selection)).fingerprint).toBe(fingerprint);
    });

    it('differs with the selection', async () => {
      const app = await openMixed();
      expect((await app.preview(only(1))).fingerprint).not.toBe((await app.preview(only(2))).fingerprint);
    });
  });
});

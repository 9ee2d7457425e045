import { describe, expect, it } from 'vitest';
import { accountId, databaseId, destinationId, packageId } from '../../../core/domain/ids.ts';
import { aSourceAccount, aSourceContact, BY_LAST_NAME, EVERYTHING } from '../../support/book-builders.ts';
import { aUserDestination } from '../../support/builders.ts';
import { MSP, OTHER_MSP } from '../../support/run-builders.ts';
import { ALL, theUserOf, useCasesInMemory } from '../../support/use-cases-in-memory.ts';

const PAGE = { filter: {}, sort: BY_LAST_NAME, limit: 2, withTotals: true } as const;

async function openThree() {
  const app = useCasesInMemory();
  await app.open(
    aSourceContact(1, { lastName: 'Adams' }),
    aSourceContact(2, { lastName: 'Byron' }),
    aSourceContact(3, { lastName: 'Clarke' }),
  );
  return app;
}

describe('ListContacts', () => {
  it('shows an edit on the Users page at the next look, without a refresh, and keeps it', async () => {
    const app = await openThree();
    app.ports.users.put(MSP, theUserOf(1, { lastName: 'Adams' }));
    expect((await app.row(1)).status).toBe('equal');
    app.ports.users.put(MSP, theUserOf(1, { lastName: 'Smith' }));
    const { totals } = await app.listContacts.run(EVERYTHING, PAGE);
    expect(totals).toEqual({ total: 3, counts: { blank: 2, equal: 0, modified: 1, failed: 0 } });
  });

  it('goes through the pages, each contact once', async () => {
    const app = await openThree();
    const first = await app.listContacts.run(EVERYTHING, PAGE);
    const second = await app.listContacts.run(EVERYTHING, { ...PAGE, after: first.next! });
    const ids = [...first.contacts, ...second.contacts].map(({ contact }) => contact.id);
    expect([ids, second.next]).toEqual([['1', '2', '3'], null]);
  });

  it('counts every status whatever status is asked for, and in total what matches', async () => {
    const app = await openThree();
    await app.import({ ids: [aSourceContact(1).id] });
    const list = await app.listContacts.run(EVERYTHING, { ...PAGE, filter: { status: 'equal' } });
    expect(list.contacts).toHaveLength(1);
    expect(list.totals).toEqual({ total: 1, counts: { blank: 2, equal: 1, modified: 0, failed: 0 } });
  });

  it('leaves the totals out when they are not wanted', async () => {
    const app = await openThree();
    expect((await app.listContacts.run(EVERYTHING, { ...PAGE, withTotals: false })).totals).toBeNull();
  });

  it('decides about a shared email with the contacts that are not on the page', async () => {
    const app = useCasesInMemory();
    await app.open(
      aSourceContact(1, { email: 'info@engines.example' }),
      aSourceContact(2, { email: 'info@engines.example' }),
    );
    const list = await app.listContacts.run(EVERYTHING, { ...PAGE, limit: 1 });
    expect(list.contacts).toMatchObject([{ problem: 'email_shared', reason: { code: 'email_shared' } }]);
  });

  it('shows the linked user’s own destination and package where none is chosen, if it has just one', async () => {
    const app = await openThree();
    await app.assign(ALL, { destinationId: null, packageId: null });
    const other = aUserDestination({ destinationId: destinationId('destination-2') });
    app.ports.users.put(MSP, theUserOf(1));
    app.ports.users.put(MSP, theUserOf(2, { destinations: [aUserDestination(), other] }));
    expect((await app.list()).map(({ assignment }) => assignment)).toEqual([
      { destinationId: 'destination-1', packageId: 'package-1' },
      { destinationId: null, packageId: null },
      { destinationId: null, packageId: null },
    ]);
  });

  it('takes a destination or package that is not chosen for no problem, but one that is gone', async () => {
    const app = await openThree();
    await app.assign({ ids: [aSourceContact(1).id] }, { packageId: null });
    app.ports.packages.remove(MSP, packageId('package-1'));
    expect((await app.list()).map(({ problem }) => problem)).toEqual([null, 'package_gone', 'package_gone']);
  });

  it('shows only contacts of the principal’s accounts, and hides a user whose company is none of them', async () => {
    const app = await openThree();
    app.ports.source.putAccount(aSourceAccount(200));
    app.ports.source.putContact(aSourceContact(2, { accountId: accountId('200') }));
    app.ports.users.put(MSP, theUserOf(1, { company: 'Account 200' }));
    await app.refresh();
    const rows = await app.list({}, { ...EVERYTHING, accounts: ['Account 100'] });
    expect(rows.map(({ contact }) => contact.id)).toEqual(['1', '3']);
    expect(rows[0]).toMatchObject({ userId: null, problem: 'account_out_of_scope', differences: [] });
  });

  it('shows nothing of another provider or database', async () => {
    const app = await openThree();
    expect(await app.list({}, { ...EVERYTHING, tenantId: OTHER_MSP })).toEqual([]);
    expect(await app.list({}, { ...EVERYTHING, databaseId: databaseId('other') })).toEqual([]);
  });
});

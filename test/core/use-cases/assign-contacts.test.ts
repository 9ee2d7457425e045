import { describe, expect, it } from 'vitest';
import { accountId, contactId, destinationId, packageId } from '../../../core/domain/ids.ts';
import { aSourceAccount, aSourceContact, EVERYTHING } from '../../support/book-builders.ts';
import { ALL, only, useCasesInMemory } from '../../support/use-cases-in-memory.ts';

async function openThree() {
  const app = useCasesInMemory();
  app.ports.source.putAccount(aSourceAccount(200));
  await app.open(aSourceContact(1), aSourceContact(2), aSourceContact(3, { accountId: accountId('200') }));
  const packages = async () => (await app.list()).map(({ assignment }) => assignment.packageId);
  return { ...app, packages };
}

const OTHER = packageId('package-2');

describe('AssignContacts', () => {
  it('sets the named contacts, leaves the others and the other part, and says how many', async () => {
    const app = await openThree();
    expect(await app.assign(only(1, 3, 404), { packageId: OTHER })).toBe(2);
    expect(await app.packages()).toEqual([OTHER, 'package-1', OTHER]);
    expect((await app.row(1)).assignment.destinationId).toBe('destination-1');
    expect((await app.activities())[0]).toBe('contacts_assigned 2');
  });

  it('sets all that match a filter but some', async () => {
    const app = await openThree();
    const selection = { filter: { account: accountId('100') }, except: [contactId('2')] };
    expect(await app.assign(selection, { packageId: OTHER })).toBe(1);
    expect(await app.packages()).toEqual([OTHER, 'package-1', 'package-1']);
  });

  it('clears with null', async () => {
    const app = await openThree();
    await app.assign(ALL, { packageId: null });
    expect(await app.packages()).toEqual([null, null, null]);
  });

  it('refuses an unknown destination or package and sets nothing', async () => {
    const app = await openThree();
    const unknownDestination = app.assign(ALL, { destinationId: destinationId('nowhere'), packageId: OTHER });
    await expect(unknownDestination).rejects.toMatchObject({ code: 'destination_unknown' });
    const unknownPackage = app.assign(ALL, { packageId: packageId('nothing') });
    await expect(unknownPackage).rejects.toMatchObject({ code: 'package_unknown' });
    expect(await app.packages()).toEqual(['package-1', 'package-1', 'package-1']);
  });

  it('leaves alone what is out of the principal’s scope', async () => {
    const app = await openThree();
    const scope = { ...EVERYTHING, accounts: ['Account 200'] };
    expect(await app.assignContacts.run(scope, ALL, { packageId: OTHER }, 'Clara')).toBe(1);
    expect(await app.packages()).toEqual(['package-1', 'package-1', OTHER]);
  });
});

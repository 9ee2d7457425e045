import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountId, packageId, tenantId } from '../../core/domain/ids.ts';
import { aSourceAccount, aSourceContact } from '../support/book-builders.ts';
import { aPackage } from '../support/builders.ts';
import { openPlugin, type PluginHarness } from '../support/plugin-harness.ts';
import { clerkOf, MANAGER, STRANGER } from '../support/principals.ts';
import { expectProblem } from './expect-problem.ts';

let plugin: PluginHarness;
beforeEach(async () => {
  plugin = await openPlugin();
  await plugin.load(
    [
      aSourceContact(1, { lastName: 'Álvarez' }),
      aSourceContact(2),
      aSourceContact(3, { accountId: accountId('200') }),
      aSourceContact(4, { accountId: accountId('200'), isActive: false }),
    ],
    [aSourceAccount(100), aSourceAccount(200)],
  );
});
afterEach(() => plugin.close());

async function patch(body: unknown, as = MANAGER): Promise<unknown> {
  const response = await plugin.ask('PATCH', '/contacts', body, { as });
  expect(response.statusCode).toBe(200);
  return response.json();
}

/** What each contact is assigned, in short. */
async function assigned(): Promise<Record<string, string>> {
  const { items } = await plugin.contacts();
  const short = (id: string | null) => id?.at(-1) ?? '-';
  return Object.fromEntries(items.map((item) => [item.id, short(item.destinationId) + short(item.packageId)]));
}

describe('PATCH /contacts', () => {
  it('assigns both to named contacts, each once, and passes over ids it does not know', async () => {
    const selection = { ids: ['1', '2', '2', '999', 'x', ''.padEnd(100, '9')] };
    expect(await patch({ selection, destinationId: 'destination-1', packageId: 'package-2' })).toStrictEqual({
      updated: 2,
    });
    expect(await assigned()).toEqual({ 1: '12', 2: '12', 3: '--', 4: '--' });
  });

  it('assigns to all that match a filter, but some', async () => {
    const selection = { filter: { account: '200' }, except: ['4', '1'] };
    expect(await patch({ selection, destinationId: 'destination-2' })).toEqual({ updated: 1 });
    expect(await patch({ selection: { filter: { q: 'alvarez' } }, packageId: 'package-1' })).toEqual({ updated: 1 });
    expect(await patch({ selection: { filter: { active: false } }, packageId: 'package-2' })).toEqual({ updated: 1 });
    expect(await assigned()).toEqual({ 1: '-1', 2: '--', 3: '2-', 4: '-2' });
  });

  it('takes the empty filter for every contact, and no ids for none', async () => {
    expect(await patch({ selection: { filter: {} }, destinationId: 'destination-1' })).toEqual({ updated: 4 });
    expect(await patch({ selection: { ids: [] }, destinationId: 'destination-2' })).toEqual({ updated: 0 });
    expect(await patch({ selection: { filter: {}, except: [] }, packageId: 'package-1' })).toEqual({ updated: 4 });
    expect(await assigned()).toEqual({ 1: '11', 2: '11', 3: '11', 4: '11' });
  });

  it('leaves the part that is not given, and clears what is null', async () => {
    await plugin.assign({ filter: {} });
    expect(await patch({ selection: { ids: ['1'] }, destinationId: null })).toEqual({ updated: 1 });
    expect(await patch({ selection: { ids: ['2'] }, destinationId: null, packageId: null })).toEqual({ updated: 1 });
    expect(await patch({ selection: { ids: ['3'] }, packageId: 'package-2' })).toEqual({ updated: 1 });
    expect(await assigned()).toEqual({ 1: '-1', 2: '--', 3: '12', 4: '11' });
  });

  it('outlasts a refresh', async () => {
    await plugin.assign({ ids: ['1'] });
    await plugin.refresh();
    expect(await assigned()).toMatchObject({ 1: '11', 2: '--' });
  });

  it.each([
    ['destinationId', 'destination_unknown'],
    ['packageId', 'package_unknown'],
  ])('refuses an unknown %s and stores nothing, the other part neither', async (field, code) => {
    const body = {
      selection: { filter: {} },
      destinationId: 'destination-1',
      packageId: 'package-1',
      [field]: 'no-such-id',
    };
    const response = await plugin.ask('PATCH', '/contacts', body);
    expectProblem(response, { status: 422, code, detail: new RegExp(field) });
    expect(await assigned()).toEqual({ 1: '--', 2: '--', 3: '--', 4: '--' });
  });

  it('knows no destination or package of another provider', async () => {
    plugin.ports.packages.put(tenantId('msp-2'), aPackage({ id: packageId('theirs') }));
    const response = await plugin.ask('PATCH', '/contacts', { selection: { filter: {} }, packageId: 'theirs' });
    expectProblem(response, { status: 422, code: 'package_unknown' });
  });

  it('touches no contact of another provider', async () => {
    await plugin.connect(STRANGER);
    await plugin.refresh(STRANGER);
    expect(await patch({ selection: { filter: {} }, packageId: 'package-1' }, STRANGER)).toEqual({ updated: 4 });
    expect(await assigned()).toEqual({ 1: '--', 2: '--', 3: '--', 4: '--' });
  });

  it('touches no contact of an account out of scope', async () => {
    const clerk = clerkOf('Account 200');
    expect(await patch({ selection: { filter: {} }, packageId: 'package-1' }, clerk)).toEqual({ updated: 2 });
    expect(await patch({ selection: { ids: ['1', '3'] }, packageId: 'package-2' }, clerk)).toEqual({ updated: 1 });
    expect(await assigned()).toEqual({ 1: '--', 2: '--', 3: '-2', 4: '-1' });
  });

  it('takes 100,000 ids', async () => {
    const ids = Array.from({ length: 100_000 }, (_, index) => String(index + 2));
    expect(await patch({ selection: { ids }, packageId: 'package-1' })).toEqual({ updated: 3 });
  });

  it.each([
    [{ selection: { ids: ['1'] } }, /^"destinationId" or "packageId" is missing; give one or both/],
    [{ selection: {}, packageId: 'package-1' }, /^"selection" must be \{"ids":\[/],
    [{ selection: { ids: [], filter: {} }, packageId: 'package-1' }, /^"selection" must be \{"ids":\[/],
    [{ selection: { ids: [], except: [] }, packageId: 'package-1' }, /^"selection" must be \{"ids":\[/],
    [{ selection: { except: [] }, packageId: 'package-1' }, /^"selection" must be \{"ids":\[/],
  ])('refuses %o', async (body, detail) => {
    expectProblem(await plugin.ask('PATCH', '/contacts', body), { status: 400, code: 'invalid_request', detail });
  });
});

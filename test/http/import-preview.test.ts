import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aPackage } from '../support/builders.ts';
import { like } from '../support/like.ts';
import type { PluginHarness } from '../support/plugin-harness.ts';
import { MANAGER } from '../support/principals.ts';
import { ALL, blockedBy, OWN, openSituation, previewOf } from './import-situation.ts';

let plugin: PluginHarness;
beforeEach(async () => {
  plugin = await openSituation();
});
afterEach(() => plugin.close());

const preview = (selection: unknown, as = MANAGER) => previewOf(plugin, selection, as);

const named = (contactId: string, effect: string, reason: string | null = null) => ({
  contactId,
  firstName: 'Ada',
  lastName: contactId === '2' ? 'Second' : 'Lovelace',
  email: like(/@|^$/),
  account: 'Account 100',
  effect,
  reason,
});

describe('POST /imports/preview', () => {
  it('says what an import would do, to the letter, and writes nothing', async () => {
    const before = await plugin.contacts();
    expect(await preview(ALL)).toStrictEqual({
      create: 2,
      update: 2,
      unchanged: 1,
      blocked: [
        blockedBy('email_missing', 1),
        blockedBy('email_shared', 2),
        blockedBy('destination_required', 1),
        blockedBy('contact_inactive', 1),
      ],
      byDestination: [{ destinationId: 'destination-1', count: 4 }],
      byPackage: [
        { packageId: 'package-1', count: 2 },
        { packageId: 'package-2', count: 2 },
      ],
      named: expect.any(Array) as unknown,
      capacityGb: 600,
      fingerprint: like(/^[0-9a-f]{24}(\.\d+){4}$/),
      mailsInstructions: false,
    });
    expect(await plugin.contacts()).toEqual(before);
    expect(await plugin.get<{ items: object[] }>('/runs')).toMatchObject({ items: [{ kind: 'refresh' }] });
  });

  it('names who is behind the numbers', async () => {
    const { named: contacts } = await preview(ALL);
    expect(contacts.toSorted((one, other) => Number(one.contactId) - Number(other.contactId))).toEqual([
      named('1', 'create'),
      named('2', 'create'),
      named('3', 'unchanged'),
      named('4', 'update'),
      named('5', 'blocked', 'email_missing'),
      named('6', 'blocked', 'email_shared'),
      named('7', 'blocked', 'email_shared'),
      named('8', 'blocked', 'contact_inactive'),
      named('9', 'blocked', 'destination_required'),
      named('10', 'update'),
    ]);
  });

  it('agrees with the import to the number', async () => {
    const { create, update, unchanged, blocked } = await preview(ALL);
    const run = await plugin.import(ALL);
    expect(run).toMatchObject({ state: 'done', created: create, updated: update, unchanged });
    expect(run.failed).toBe(blocked.reduce((sum, { count }) => sum + count, 0));
    expect(run.total).toBe(10);
    const codes = (await plugin.items(run.id, '?outcome=failed')).map(({ reason }) => reason?.code);
    for (const { code, count } of blocked) expect(codes.filter((one) => one === code)).toHaveLength(count);
  });

  it('names the destinations and packages by how many contacts get them', async () => {
    const move = { selection: { ids: ['1'] }, destinationId: 'destination-2' };
    await plugin.ask('PATCH', '/contacts', move);
    const { byDestination } = await preview({ ids: ['1', '2', '4'] });
    expect(byDestination).toEqual([
      { destinationId: 'destination-1', count: 2 },
      { destinationId: 'destination-2', count: 1 },
    ]);
    await plugin.ask('PATCH', '/contacts', { ...move, selection: { ids: ['1', '2'] } });
    expect((await preview({ ids: ['1', '2', '4'] })).byDestination).toEqual([
      { destinationId: 'destination-2', count: 2 },
      { destinationId: 'destination-1', count: 1 },
    ]);
  });

  it('says nothing to do of no contacts', async () => {
    expect(await preview({ ids: [] })).toMatchObject({
      create: 0,
      update: 0,
      unchanged: 0,
      blocked: [],
      capacityGb: 0,
    });
    expect(await preview({ ids: ['999'] })).toMatchObject({ create: 0, blocked: [] });
  });

  it('counts a contact once that is named twice', async () => {
    expect(await preview({ ids: ['1', '1'] })).toMatchObject({ create: 1, capacityGb: 100 });
  });

  it('knows no capacity when a package is without limit', async () => {
    plugin.ports.packages.put(OWN, aPackage({ storageLimitGb: null }));
    expect(await preview({ ids: ['1', '2'] })).toMatchObject({ create: 2, capacityGb: null });
  });

  it('keeps its fingerprint while nothing changes, and has another one when something does', async () => {
    const { fingerprint } = await preview(ALL);
    expect((await preview(ALL)).fingerprint).toBe(fingerprint);
    await plugin.assign({ ids: ['9'] });
    expect((await preview(ALL)).fingerprint).not.toBe(fingerprint);
  });
});

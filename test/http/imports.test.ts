import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportPreview, RunView } from '../../core/contract/index.ts';
import { accountId, packageId, tenantId, userId } from '../../core/domain/ids.ts';
import type { UserRepository } from '../../core/ports/user-repository.ts';
import { aSourceAccount, aSourceContact } from '../support/book-builders.ts';
import { aPackage, aUser } from '../support/builders.ts';
import { ANY_TEXT, like, SENTENCE } from '../support/like.ts';
import { openPlugin, type PluginHarness } from '../support/plugin-harness.ts';
import { clerkOf, MANAGER, STRANGER } from '../support/principals.ts';
import { expectProblem } from './expect-problem.ts';

const OWN = tenantId('msp-1');
const ALL = { filter: {} };

/**
 * A list in which everything happens: 1 and 2 are new, 3 is in step, 4 is renamed, 5 has no email, 6 and 7 share one,
 * 8 is inactive, 9 has nothing chosen, 10 has another package chosen than its user has.
 */
let plugin: PluginHarness;
beforeEach(async () => {
  plugin = await openPlugin();
  const { users } = plugin.ports;
  const company = 'Account 100';
  users.put(OWN, aUser({ id: userId('u3'), email: 'CONTACT-3@engines.example', company }));
  users.put(OWN, aUser({ id: userId('u4'), email: 'contact-4@engines.example', company, firstName: 'Old' }));
  users.put(OWN, aUser({ id: userId('u10'), email: 'contact-10@engines.example', company }));
  await plugin.load([
    aSourceContact(1),
    aSourceContact(2, { lastName: 'Second' }),
    aSourceContact(3),
    aSourceContact(4),
    aSourceContact(5, { email: '' }),
    aSourceContact(6, { email: 'info@engines.example' }),
    aSourceContact(7, { email: 'info@engines.example' }),
    aSourceContact(8, { isActive: false }),
    aSourceContact(9),
    aSourceContact(10),
  ]);
  await plugin.assign({ filter: {}, except: ['9', '10', '2'] });
  const others = { selection: { ids: ['2', '10'] }, destinationId: 'destination-1', packageId: 'package-2' };
  await plugin.ask('PATCH', '/contacts', others);
});
afterEach(() => plugin.close());

async function preview(selection: unknown, as = MANAGER): Promise<ImportPreview> {
  const response = await plugin.ask('POST', '/imports/preview', { selection }, { as });
  expect(response.statusCode).toBe(200);
  return response.json();
}

async function start(body: unknown, key?: string): Promise<string> {
  const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
  const response = await plugin.ask('POST', '/imports', body, { headers });
  expect(response.statusCode).toBe(202);
  expect(Object.keys(response.json<object>())).toEqual(['runId']);
  return response.json<{ runId: string }>().runId;
}

/** What became of each contact, in short. */
async function outcomes(run: RunView): Promise<Record<string, string | null>> {
  const items = await plugin.items(run.id);
  return Object.fromEntries(items.map(({ contactId, outcome, reason }) => [contactId, reason?.code ?? outcome]));
}

const blockedBy = (code: string, count: number) => ({
  code,
  count,
  reason: { code, text: SENTENCE, remedy: SENTENCE },
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
      capacityGb: 600,
      fingerprint: like(/^[0-9a-f]{24}(\.\d+){4}$/),
    });
    expect(await plugin.contacts()).toEqual(before);
    expect(await plugin.get<{ items: object[] }>('/runs')).toMatchObject({ items: [{ kind: 'refresh' }] });
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

describe('POST /imports', () => {
  it('creates, updates, leaves alone and refuses, and each imported contact shows equal', async () => {
    const run = await plugin.ended(await start({ selection: ALL }));
    expect(run).toStrictEqual({
      id: run.id,
      kind: 'import',
      state: 'done',
      total: 10,
      done: 10,
      created: 2,
      updated: 2,
      unchanged: 1,
      failed: 5,
      notAttempted: 0,
      problem: null,
      createdAt: ANY_TEXT,
      finishedAt: ANY_TEXT,
    });
    expect(await outcomes(run)).toEqual({
      1: 'created',
      2: 'created',
      3: 'unchanged',
      4: 'updated',
      5: 'email_missing',
      6: 'email_shared',
      7: 'email_shared',
      8: 'contact_inactive',
      9: 'destination_required',
      10: 'updated',
    });
    const { items, counts } = await plugin.contacts('?limit=500');
    expect(counts).toEqual({ blank: 0, equal: 5, modified: 0, failed: 5 });
    expect(Object.fromEntries(items.map(({ id, status }) => [id, status]))).toMatchObject({ 1: 'equal', 4: 'equal' });
  });

  it('makes users as Autotask has the people, with the chosen destination and package', async () => {
    await plugin.import({ ids: ['2'] });
    const [user] = await plugin.ports.users.findByEmails(OWN, ['contact-2@engines.example']);
    expect(user).toEqual({
      id: ANY_TEXT,
      email: 'contact-2@engines.example',
      firstName: 'Ada',
      lastName: 'Second',
      company: 'Account 100',
      isEnabled: true,
      destinations: [{ destinationId: 'destination-1', packageId: 'package-2' }],
    });
    expect((await plugin.contact(2)).userId).toBe(user!.id);
  });

  it('lets Managed Backup mail instructions only when asked to', async () => {
    const users: UserRepository = plugin.ports.users;
    const saveMany = users.saveMany.bind(users);
    const asked: boolean[] = [];
    users.saveMany = (tenant, commands, options) => {
      asked.push(options.sendInstructions);
      return saveMany(tenant, commands, options);
    };
    await plugin.ended(await start({ selection: { ids: ['1'] } }));
    await plugin.ended(await start({ selection: { ids: ['2'] }, sendInstructions: true }));
    expect(asked).toEqual([false, true]);
  });

  it('imports a filter but some', async () => {
    const run = await plugin.import({
      filter: { q: 'lovelace', problem: undefined, active: true },
      except: ['1', '5', '6', '7'],
    });
    expect(await outcomes(run)).toEqual({ 3: 'unchanged', 4: 'updated', 9: 'destination_required', 10: 'updated' });
  });

  it('writes nothing for what is in step already', async () => {
    await plugin.import({ ids: ['1', '4'] });
    expect(await plugin.import({ ids: ['1', '4'] })).toMatchObject({ created: 0, updated: 0, unchanged: 2, failed: 0 });
  });

  it('ends at once when nothing is selected', async () => {
    expect(await plugin.import({ ids: [] })).toMatchObject({ state: 'done', total: 0, done: 0 });
  });

  it('takes the fingerprint of the preview, and refuses it when the plan is another one by now', async () => {
    const selection = { ids: ['1', '2'] };
    const { fingerprint } = await preview(selection);
    plugin.ports.users.put(OWN, aUser({ id: userId('u1'), email: 'contact-1@engines.example' }));
    const response = await plugin.ask('POST', '/imports', { selection, fingerprint });
    expectProblem(response, { status: 409, code: 'plan_changed', detail: /preview/ });
    expect(await plugin.ports.users.findByEmails(OWN, ['contact-2@engines.example'])).toEqual([]);
    expect(await plugin.get<{ items: object[] }>('/runs')).toMatchObject({ items: [{ kind: 'refresh' }] });
    const again = await preview(selection);
    const run = await plugin.ended(await start({ selection, fingerprint: again.fingerprint }));
    expect(run).toMatchObject({ created: 1, updated: 1 });
  });

  it('answers a repeated request with its run, and imports once', async () => {
    const body = { selection: { ids: ['1'] }, sendInstructions: true };
    const first = await start(body, 'key-1');
    await plugin.ended(first);
    expect(await start({ sendInstructions: true, selection: { ids: ['1'] } }, 'key-1')).toBe(first);
    const { fingerprint } = await preview({ ids: ['2'] });
    const confirmed = { selection: { ids: ['2'] }, fingerprint };
    const second = await start(confirmed, 'key-2');
    await plugin.ended(second);
    expect(await start(confirmed, 'key-2')).toBe(second);
    expect(
      (await plugin.get<{ items: RunView[] }>('/runs')).items.filter(({ kind }) => kind === 'import'),
    ).toHaveLength(2);
  });

  it('refuses a key that came with another body', async () => {
    await plugin.ended(await start({ selection: { ids: ['1'] } }, 'key-1'));
    for (const body of [{ selection: { ids: ['2'] } }, { selection: { ids: ['1'] }, sendInstructions: true }]) {
      const response = await plugin.ask('POST', '/imports', body, { headers: { 'idempotency-key': 'key-1' } });
      expectProblem(response, { status: 422, code: 'idempotency_key_reused' });
    }
    expect((await plugin.contact(2)).status).toBe('blank');
  });

  it('imports nothing of another provider', async () => {
    await plugin.connect(STRANGER);
    await plugin.refresh(STRANGER);
    await plugin.assign({ filter: {}, except: ['1'] }, STRANGER);
    const run = await plugin.import({ ids: ['1', '2'] }, STRANGER);
    expect(run).toMatchObject({ created: 1, failed: 1 });
    expect((await plugin.contact(2)).status).toBe('blank');
    expect(await outcomes(await plugin.import({ ids: ['1', '2'] }))).toEqual({
      1: 'created',
      2: 'email_taken_elsewhere',
    });
  });

  it('imports nothing of an account out of scope', async () => {
    plugin.fill([aSourceContact(20, { accountId: accountId('200') })], [aSourceAccount(200)]);
    await plugin.refresh();
    await plugin.assign({ ids: ['20'] });
    const clerk = clerkOf('Account 200');
    expect(await preview({ ids: ['1', '20'] }, clerk)).toMatchObject({ create: 1, blocked: [] });
    const run = await plugin.import({ ids: ['1', '20'] }, clerk);
    expect(run).toMatchObject({ total: 1, created: 1 });
    expect((await plugin.contact(1)).status).toBe('blank');
  });

  it('leaves a user alone whose present company is out of scope', async () => {
    const foreign = aUser({ id: userId('u1'), email: 'contact-1@engines.example', company: 'Secret Customer' });
    plugin.ports.users.put(OWN, foreign);
    const clerk = clerkOf('Account 100');
    expect(await plugin.contact(1, clerk)).toMatchObject({
      userId: null,
      problem: 'account_out_of_scope',
      difference: null,
    });
    const run = await plugin.import({ ids: ['1'] }, clerk);
    expect(await outcomes(run)).toEqual({ 1: 'account_out_of_scope' });
    expect(await plugin.ports.users.findByIds(OWN, [foreign.id])).toEqual([foreign]);
  });

  it('refuses a login that another provider owns', async () => {
    plugin.ports.users.put(tenantId('msp-2'), aUser({ id: userId('theirs'), email: 'contact-1@engines.example' }));
    expect(await preview({ ids: ['1'] })).toMatchObject({ create: 1 });
    expect(await outcomes(await plugin.import({ ids: ['1'] }))).toEqual({ 1: 'email_taken_elsewhere' });
    expect(await plugin.contact(1)).toMatchObject({ status: 'failed', problem: 'email_taken_elsewhere' });
  });

  it('refuses a package that was disabled meanwhile, and a destination that is gone', async () => {
    plugin.ports.packages.put(OWN, aPackage({ enabled: false }));
    expect(await plugin.contact(1)).toMatchObject({ status: 'blank', problem: 'package_disabled' });
    expect(await outcomes(await plugin.import({ ids: ['1', '3'] }))).toEqual({ 1: 'package_disabled', 3: 'unchanged' });
    plugin.ports.packages.remove(OWN, packageId('package-1'));
    expect(await outcomes(await plugin.import({ ids: ['1'] }))).toEqual({ 1: 'package_gone' });
    plugin.ports.packages.put(OWN, aPackage());
    expect(await outcomes(await plugin.import({ ids: ['1'] }))).toEqual({ 1: 'created' });
  });
});

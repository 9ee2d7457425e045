import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunView } from '../../core/contract/index.ts';
import { accountId, packageId, tenantId, userId } from '../../core/domain/ids.ts';
import type { UserRepository } from '../../core/ports/user-repository.ts';
import { aSourceAccount, aSourceContact } from '../support/book-builders.ts';
import { aPackage, aUser } from '../support/builders.ts';
import { ANY_TEXT } from '../support/like.ts';
import type { PluginHarness } from '../support/plugin-harness.ts';
import { clerkOf, MANAGER, STRANGER } from '../support/principals.ts';
import { expectProblem } from './expect-problem.ts';
import { ALL, OWN, openSituation, outcomesOf, previewOf, startImport } from './import-situation.ts';

let plugin: PluginHarness;
beforeEach(async () => {
  plugin = await openSituation();
});
afterEach(() => plugin.close());

const preview = (selection: unknown, as = MANAGER) => previewOf(plugin, selection, as);
const start = (body: unknown, key?: string) => startImport(plugin, body, key);
const outcomes = (run: RunView) => outcomesOf(plugin, run);

describe('POST /imports', () => {
  it('creates, updates, leaves alone and refuses, and each imported contact shows equal', async () => {
    const run = await plugin.ended(await start({ selection: ALL }));
    expect(run).toStrictEqual({
      id: run.id,
      kind: 'import',
      state: 'done',
      requestedBy: 'Mary Manager',
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

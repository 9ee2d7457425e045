import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ContactItem } from '../../core/contract/index.ts';
import { accountId, tenantId, userId } from '../../core/domain/ids.ts';
import type { ManagedUser } from '../../core/domain/managed-user.ts';
import { aSourceAccount, aSourceContact } from '../support/book-builders.ts';
import { aUser } from '../support/builders.ts';
import { ANY_TEXT } from '../support/like.ts';
import { openPlugin, type PluginHarness } from '../support/plugin-harness.ts';

const OWN = tenantId('msp-1');

let plugin: PluginHarness;
beforeEach(async () => {
  plugin = await openPlugin();
});
afterEach(() => plugin.close());

/** Loads contacts, assigns to all of them, and imports some. */
async function imported(contacts: Parameters<PluginHarness['load']>[0], ids: readonly string[]): Promise<void> {
  await plugin.load(contacts);
  await plugin.assign({ filter: {} });
  await plugin.import({ ids });
}

async function userOf(email: string): Promise<ManagedUser> {
  const [user] = await plugin.ports.users.findByEmails(OWN, [email]);
  if (user === undefined) throw new Error(`No user has ${email}`);
  return user;
}

/** Changes a user as the Users page would; the console need not say so. */
async function edit(email: string, change: Partial<ManagedUser>): Promise<ManagedUser> {
  const user = await userOf(email);
  plugin.ports.users.put(OWN, { ...user, ...change });
  return user;
}

async function shown(id: number): Promise<Pick<ContactItem, 'status' | 'problem' | 'difference'>> {
  const { status, problem, difference } = await plugin.contact(id);
  return { status, problem, difference };
}

const EQUAL = { status: 'equal', problem: null, difference: null };
const BLANK = { status: 'blank', problem: null, difference: null };
const EMAIL = 'contact-1@engines.example';

describe('the status of an imported contact', () => {
  beforeEach(() => imported([aSourceContact(1)], ['1']));

  it('is Modified when the user was changed on the Users page, with the field, both values and the side', async () => {
    expect(await shown(1)).toEqual(EQUAL);
    await edit(EMAIL, { firstName: 'Augusta Ada' });
    const difference = [{ field: 'firstName', autotask: 'Ada', mbs: 'Augusta Ada', changedIn: 'mbs' }];
    expect(await shown(1)).toEqual({ status: 'modified', problem: null, difference });
  });

  it('tells which side changed, or that both did', async () => {
    await edit(EMAIL, { lastName: 'King', company: 'Elsewhere' });
    const renamed = aSourceContact(1, { firstName: 'Augusta', lastName: 'Byron' });
    plugin.fill([renamed]);
    await plugin.refresh();
    expect((await shown(1)).difference).toEqual([
      { field: 'firstName', autotask: 'Augusta', mbs: 'Ada', changedIn: 'autotask' },
      { field: 'lastName', autotask: 'Byron', mbs: 'King', changedIn: 'both' },
      { field: 'account', autotask: 'Account 100', mbs: 'Elsewhere', changedIn: 'mbs' },
    ]);
  });

  it('is mended by the next import, which brings Autotask’s values', async () => {
    await edit(EMAIL, { firstName: 'Wrong', company: 'Elsewhere' });
    expect(await plugin.import({ ids: ['1'] })).toMatchObject({ updated: 1 });
    expect(await shown(1)).toEqual(EQUAL);
    expect(await userOf(EMAIL)).toMatchObject({ firstName: 'Ada', company: 'Account 100' });
  });

  it('does not mind padding, inner white space and the form of Unicode, but case', async () => {
    await edit(EMAIL, { firstName: ' Ada ', company: 'Account   100' });
    expect(await shown(1)).toEqual(EQUAL);
    await edit(EMAIL, { firstName: 'ADA' });
    expect((await shown(1)).status).toBe('modified');
  });

  it('is not touched by another destination or package, nor by a disabled user', async () => {
    await edit(EMAIL, { destinations: [], isEnabled: false });
    expect(await shown(1)).toEqual(EQUAL);
  });

  it('is blank again when the user is deleted', async () => {
    plugin.ports.users.remove(OWN, (await userOf(EMAIL)).id);
    expect(await shown(1)).toEqual(BLANK);
    expect((await plugin.contact(1)).userId).toBeNull();
  });

  it('is blank again when the email of the user is changed, and Equal when it is changed back', async () => {
    await edit(EMAIL, { email: 'other@engines.example' });
    expect(await shown(1)).toEqual(BLANK);
    await edit('other@engines.example', { email: EMAIL.toUpperCase() });
    expect(await shown(1)).toEqual(EQUAL);
  });

  it('shows in the list and, after the console told of the change, in filters and counts', async () => {
    const user = await edit(EMAIL, { firstName: 'Wrong' });
    await plugin.plugin.usersChanged('msp-1', [user.id]);
    expect(await plugin.contacts('?status=modified')).toMatchObject({
      items: [{ id: '1', status: 'modified' }],
      total: 1,
      counts: { blank: 0, equal: 0, modified: 1, failed: 0 },
    });
    expect((await plugin.contacts('?status=equal')).items).toEqual([]);
  });

  it('keeps another destination that the user has, and adds the chosen one', async () => {
    const body = { selection: { ids: ['1'] }, destinationId: 'destination-2', packageId: 'package-2' };
    await plugin.ask('PATCH', '/contacts', body);
    expect(await plugin.import({ ids: ['1'] })).toMatchObject({ updated: 1 });
    expect((await userOf(EMAIL)).destinations).toEqual([
      { destinationId: 'destination-1', packageId: 'package-1' },
      { destinationId: 'destination-2', packageId: 'package-2' },
    ]);
  });
});

describe('a contact without a choice of its own', () => {
  it('shows the destination and package of its user, when it has just one', async () => {
    plugin.ports.users.put(OWN, aUser({ email: EMAIL, company: 'Account 100' }));
    await plugin.load([aSourceContact(1)]);
    expect(await plugin.contact(1)).toMatchObject({
      status: 'equal',
      destinationId: 'destination-1',
      packageId: 'package-1',
      userId: 'user-1',
    });
    expect(await plugin.import({ ids: ['1'] })).toMatchObject({ unchanged: 1 });
  });
});

describe('several contacts with one email', () => {
  const TWO = [
    aSourceContact(1, { email: 'info@engines.example' }),
    aSourceContact(2, { email: 'INFO@engines.example ' }),
  ];
  const shared = { status: 'blank', problem: 'email_shared', difference: null };

  it('are not imported together', async () => {
    await imported(TWO, ['1', '2']);
    expect(await plugin.ports.users.findByEmails(OWN, ['info@engines.example'])).toEqual([]);
    expect(await shown(1)).toEqual({ ...shared, status: 'failed' });
    expect(await shown(2)).toEqual({ ...shared, status: 'failed' });
  });

  it('may have one imported alone, who then owns the user; the others are refused and stay blank', async () => {
    await imported(TWO, ['2']);
    expect(await shown(2)).toEqual({ ...shared, status: 'equal' });
    expect(await shown(1)).toEqual(shared);
    expect(await plugin.import({ ids: ['1'] })).toMatchObject({ failed: 1, updated: 0 });
    expect(await shown(2)).toEqual({ ...shared, status: 'equal' });
    expect(await plugin.import({ ids: ['1', '2'] })).toMatchObject({ failed: 1, unchanged: 1 });
  });

  it('are ambiguous beside a user who was there before, until one of them is imported', async () => {
    plugin.ports.users.put(OWN, aUser({ email: 'info@engines.example', company: 'Account 100' }));
    await plugin.load(TWO);
    const ambiguous = { status: 'blank', problem: 'email_ambiguous', difference: null };
    expect(await shown(1)).toEqual(ambiguous);
    expect(await shown(2)).toEqual(ambiguous);
    expect(await plugin.import({ ids: ['1'] })).toMatchObject({ unchanged: 1 });
    expect(await shown(1)).toEqual({ ...shared, status: 'equal' });
    expect(await shown(2)).toEqual(shared);
  });

  it('do not share with an inactive one', async () => {
    const [active, other] = TWO;
    await imported([active!, { ...other!, isActive: false }], ['1']);
    expect(await shown(1)).toEqual(EQUAL);
    expect(await shown(2)).toEqual({ status: 'blank', problem: 'contact_inactive', difference: null });
  });
});

describe('a failed import', () => {
  it('shows Failed with its reason until an import succeeds', async () => {
    await plugin.load([aSourceContact(1)]);
    await plugin.import({ ids: ['1'] });
    expect(await plugin.contact(1)).toMatchObject({
      status: 'failed',
      problem: 'destination_required',
      reason: { code: 'destination_required', text: 'No destination is chosen.', remedy: ANY_TEXT },
    });
    await plugin.assign({ ids: ['1'] });
    await plugin.refresh();
    expect(await shown(1)).toMatchObject({ status: 'failed', problem: 'destination_required' });
    await plugin.import({ ids: ['1'] });
    expect(await shown(1)).toEqual(EQUAL);
  });

  it('gives way when the contact’s email changes', async () => {
    await imported([aSourceContact(1, { email: 'no address' })], ['1']);
    expect(await shown(1)).toMatchObject({ status: 'failed', problem: 'email_invalid' });
    plugin.fill([aSourceContact(1)]);
    await plugin.refresh();
    expect(await shown(1)).toEqual(BLANK);
  });

  it('gives way when the user’s email changes, and when the user is deleted', async () => {
    for (const end of ['email changes', 'user deleted']) {
      plugin.ports.users.put(OWN, aUser({ email: EMAIL, destinations: [] }));
      await plugin.load([aSourceContact(1)]);
      await plugin.import({ ids: ['1'] });
      expect(await shown(1), end).toMatchObject({ status: 'failed', problem: 'destination_required' });
      if (end === 'email changes') await edit(EMAIL, { email: 'other@engines.example' });
      else plugin.ports.users.remove(OWN, userId('user-1'));
      expect(await shown(1), end).toEqual(BLANK);
    }
  });

  it.each([
    ['email_missing', { email: '  ' }],
    ['email_invalid', { email: 'a@b@c.example' }],
    ['account_missing', { accountId: accountId('999') }],
    ['contact_inactive', { isActive: false }],
  ])('is blocked before anything is written: %s', async (code, given) => {
    await imported([aSourceContact(1, given)], ['1']);
    expect(await shown(1)).toEqual({ status: 'failed', problem: code, difference: null });
    expect((await plugin.contacts('?problem=any&status=failed')).total).toBe(1);
  });

  it('is blocked when the account is inactive', async () => {
    await plugin.load([aSourceContact(1)], [aSourceAccount(100, { isActive: false })]);
    await plugin.assign({ ids: ['1'] });
    await plugin.import({ ids: ['1'] });
    expect(await shown(1)).toEqual({ status: 'failed', problem: 'contact_inactive', difference: null });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContactDetail } from '../../core/contract/index.ts';
import { accountId, tenantId, userId } from '../../core/domain/ids.ts';
import { aSourceAccount, aSourceContact } from '../support/book-builders.ts';
import { aUser } from '../support/builders.ts';
import { like } from '../support/like.ts';
import { openPlugin, type PluginHarness } from '../support/plugin-harness.ts';
import { expectProblem } from './expect-problem.ts';

let plugin: PluginHarness;
beforeAll(async () => {
  plugin = await openPlugin();
  plugin.ports.users.put(tenantId('msp-1'), aUser({ email: 'ada@engines.example', company: 'Account 100' }));
  plugin.ports.users.put(
    tenantId('msp-1'),
    aUser({ id: userId('user-2'), email: 'info@engines.example', company: 'Account 100' }),
  );
  await plugin.load(
    [
      aSourceContact(1, { email: ' ADA@engines.example' }),
      aSourceContact(2, { email: 'info@engines.example' }),
      aSourceContact(3, { email: 'info@engines.example' }),
      aSourceContact(4, { email: '' }),
      aSourceContact(5, { email: 'five@engines.example', accountId: accountId('200') }),
    ],
    [aSourceAccount(100), aSourceAccount(200)],
  );
});
afterAll(() => plugin.close());

async function explained(id: number): Promise<ContactDetail> {
  return plugin.get<ContactDetail>(`/contacts/${id}`);
}

describe('GET /contacts/:id', () => {
  it('answers the contact as the list does, with its explanation', async () => {
    const { explanation, ...item } = await explained(1);
    expect((await plugin.contacts()).items).toContainEqual(item);
    expect(item).toMatchObject({ status: 'equal', userId: 'user-1', destinationId: 'destination-1' });
    expect(explanation).toStrictEqual({
      matchedOn: 'ada@engines.example',
      ownership: 'own',
      sharedWith: [],
      effect: 'unchanged',
      blockedBy: null,
    });
  });

  it('names those who share the email, and whose the user could be', async () => {
    const { problem, status, userId: user, explanation } = await explained(2);
    expect({ problem, status, user }).toEqual({ problem: 'email_ambiguous', status: 'blank', user: null });
    expect(explanation).toStrictEqual({
      matchedOn: 'info@engines.example',
      ownership: 'ambiguous',
      sharedWith: ['3'],
      effect: 'unchanged',
      blockedBy: null,
    });
  });

  it('says what an import is blocked by', async () => {
    const none = await explained(4);
    expect(none.explanation).toStrictEqual({
      matchedOn: null,
      ownership: 'free',
      sharedWith: [],
      effect: 'blocked',
      blockedBy: none.reason,
    });
    const unassigned = await explained(5);
    expect(unassigned.problem).toBeNull();
    expect(unassigned.explanation.blockedBy).toEqual({
      code: 'destination_required',
      text: 'No destination is chosen.',
      remedy: like(/Choose a destination/),
    });
  });

  it.each(['6', '01', '1.0', '-1', 'x', '9'.repeat(40), "1'--", '%20'])('knows no contact %s', async (id) => {
    const response = await plugin.ask('GET', `/contacts/${encodeURIComponent(id)}`);
    expectProblem(response, { status: 404, code: 'contact_not_found', detail: /contact/ });
  });
});

import { expect } from 'vitest';
import type { ImportPreview, RunView } from '../../core/contract/index.ts';
import { tenantId, userId } from '../../core/domain/ids.ts';
import { aSourceContact } from '../support/book-builders.ts';
import { aUser } from '../support/builders.ts';
import { SENTENCE } from '../support/like.ts';
import { openPlugin, type PluginHarness } from '../support/plugin-harness.ts';
import { MANAGER } from '../support/principals.ts';

export const OWN = tenantId('msp-1');
export const ALL = { filter: {} };

/**
 * A list in which everything happens: 1 and 2 are new, 3 is in step, 4 is renamed, 5 has no email, 6 and 7 share one,
 * 8 is inactive, 9 has nothing chosen, 10 has another package chosen than its user has.
 */
export async function openSituation(): Promise<PluginHarness> {
  const plugin = await openPlugin();
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
  return plugin;
}

export async function previewOf(plugin: PluginHarness, selection: unknown, as = MANAGER): Promise<ImportPreview> {
  const response = await plugin.ask('POST', '/imports/preview', { selection }, { as });
  expect(response.statusCode).toBe(200);
  return response.json();
}

export async function startImport(plugin: PluginHarness, body: unknown, key?: string): Promise<string> {
  const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
  const response = await plugin.ask('POST', '/imports', body, { headers });
  expect(response.statusCode).toBe(202);
  expect(Object.keys(response.json<object>())).toEqual(['runId']);
  return response.json<{ runId: string }>().runId;
}

/** What became of each contact, in short. */
export async function outcomesOf(plugin: PluginHarness, run: RunView): Promise<Record<string, string | null>> {
  const items = await plugin.items(run.id);
  return Object.fromEntries(items.map(({ contactId, outcome, reason }) => [contactId, reason?.code ?? outcome]));
}

export const blockedBy = (code: string, count: number) => ({
  code,
  count,
  reason: { code, text: SENTENCE, remedy: SENTENCE },
});

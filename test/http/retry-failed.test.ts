import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunView } from '../../core/contract/index.ts';
import { aSourceContact } from '../support/book-builders.ts';
import { openPlugin, type PluginHarness } from '../support/plugin-harness.ts';
import { MANAGER, STRANGER } from '../support/principals.ts';
import { expectProblem } from './expect-problem.ts';

let plugin: PluginHarness;
let failed: RunView;
beforeEach(async () => {
  plugin = await openPlugin();
  await plugin.load([aSourceContact(1), aSourceContact(2), aSourceContact(3, { email: '' })]);
  await plugin.assign({ ids: ['1', '3'] });
  failed = await plugin.import({ filter: {} });
});
afterEach(() => plugin.close());

async function retry(id: string, key?: string): Promise<string> {
  const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
  const response = await plugin.ask('POST', `/runs/${id}/retry-failed`, undefined, { headers });
  expect(response.statusCode).toBe(202);
  expect(Object.keys(response.json<object>())).toEqual(['runId']);
  return response.json<{ runId: string }>().runId;
}

describe('POST /runs/:id/retry-failed', () => {
  it('imports those that failed, with the assignments of today, in a run of its own', async () => {
    expect(failed).toMatchObject({ total: 3, created: 1, failed: 2 });
    await plugin.assign({ ids: ['2'] });
    const id = await retry(failed.id);
    expect(id).not.toBe(failed.id);
    expect(await plugin.ended(id)).toMatchObject({ kind: 'import', state: 'done', total: 2, created: 1, failed: 1 });
    expect((await plugin.items(id)).map(({ contactId }) => contactId).sort()).toEqual(['2', '3']);
    expect(await plugin.get(`/runs/${failed.id}`)).toEqual(failed);
  });

  it('can be repeated until none has failed', async () => {
    await plugin.assign({ ids: ['2'] });
    const once = await plugin.ended(await retry(failed.id));
    plugin.fill([aSourceContact(3)]);
    await plugin.refresh();
    const again = await plugin.ended(await retry(once.id));
    expect(again).toMatchObject({ state: 'done', total: 1, created: 1, failed: 0 });
    const response = await plugin.ask('POST', `/runs/${again.id}/retry-failed`);
    expectProblem(response, { status: 409, code: 'nothing_to_retry', detail: /no contact/ });
  });

  it('answers with the same run when it is asked with the same key, whatever has happened since', async () => {
    const id = await retry(failed.id, 'k');
    await plugin.ended(id);
    expect(await retry(failed.id, 'k')).toBe(id);
    expect(await retry(failed.id, 'other')).not.toBe(id);
  });

  it('is refused with the key of another request', async () => {
    const { runId: other } = (
      await plugin.ask('POST', '/imports', { selection: { ids: ['2'] } }, { headers: { 'idempotency-key': 'k' } })
    ).json<{ runId: string }>();
    await plugin.ended(other);
    for (const id of [failed.id, other]) {
      const headers = { 'idempotency-key': 'k' };
      const response = await plugin.ask('POST', `/runs/${id}/retry-failed`, undefined, { headers });
      expectProblem(response, { status: 422, code: 'idempotency_key_reused' });
    }
  });

  it('is refused of a refresh', async () => {
    const response = await plugin.ask('POST', `/runs/${(await plugin.refresh()).id}/retry-failed`);
    expectProblem(response, { status: 409, code: 'nothing_to_retry', detail: /import/ });
  });

  it('does nothing for another provider, nor to a run that is unknown', async () => {
    const refused = { status: 404, code: 'run_not_found' };
    expectProblem(await plugin.ask('POST', `/runs/${failed.id}/retry-failed`, undefined, { as: STRANGER }), refused);
    expectProblem(await plugin.ask('POST', '/runs/none/retry-failed'), refused);
  });

  it('is written down by whom', async () => {
    const id = await retry(failed.id);
    const { items } = await plugin.get<{ items: readonly object[] }>('/activity?limit=1');
    expect(items).toMatchObject([{ by: MANAGER.name, action: 'import_started', subject: id }]);
  });
});

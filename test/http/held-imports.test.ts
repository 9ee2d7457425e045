import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportPreview, RunView } from '../../core/contract/index.ts';
import { tenantId, userId } from '../../core/domain/ids.ts';
import { aSourceContact } from '../support/book-builders.ts';
import { aUser } from '../support/builders.ts';
import { SENTENCE } from '../support/like.ts';
import { openPlugin, type PluginHarness } from '../support/plugin-harness.ts';
import { MANAGER } from '../support/principals.ts';
import { expectProblem } from './expect-problem.ts';

const ALL = { filter: {} };
/** One more than are never too many. */
const NUMBERS = Array.from({ length: 21 }, (_, index) => index + 1);

let plugin: PluginHarness;
beforeEach(async () => {
  plugin = await openPlugin();
  for (const number of NUMBERS) {
    const email = `contact-${number}@engines.example`;
    const user = aUser({ id: userId(`u${number}`), email, firstName: 'Old', company: 'Account 100' });
    plugin.ports.users.put(tenantId(MANAGER.tenantId), user);
  }
  await plugin.load(NUMBERS.map((number) => aSourceContact(number)));
  await plugin.assign(ALL);
});
afterEach(() => plugin.close());

async function start(body: object): Promise<string> {
  const response = await plugin.ask('POST', '/imports', body);
  expect(response.statusCode).toBe(202);
  return response.json<{ runId: string }>().runId;
}

async function preview(): Promise<ImportPreview> {
  return (await plugin.ask('POST', '/imports/preview', { selection: ALL })).json();
}

describe('an import that nobody has previewed and that changes many users', () => {
  it('is held with its reason from the beginning, and changes nothing', async () => {
    const id = await start({ selection: ALL });
    expect(await plugin.get<RunView>(`/runs/${id}`)).toMatchObject({
      state: 'held',
      total: 21,
      done: 0,
      problem: { text: SENTENCE, remedy: SENTENCE },
      finishedAt: null,
    });
    expect(await preview()).toMatchObject({ update: 21 });
  });

  it('goes on when it is released', async () => {
    const id = await start({ selection: ALL });
    const response = await plugin.ask('POST', `/runs/${id}/release`);
    expect(response.json<RunView>()).toMatchObject({ id, problem: null });
    expect(await plugin.ended(id)).toMatchObject({ state: 'done', updated: 21, problem: null });
  });

  it('ends when it is cancelled, and nothing of it is attempted', async () => {
    const id = await start({ selection: ALL });
    const run = (await plugin.ask('POST', `/runs/${id}/cancel`)).json<RunView>();
    expect(run).toMatchObject({ id, state: 'cancelled', total: 21, notAttempted: 21 });
    expect(await preview()).toMatchObject({ update: 21 });
  });

  it('is not held when it changes few', async () => {
    const id = await start({ selection: { filter: {}, except: ['1'] } });
    expect(await plugin.ended(id)).toMatchObject({ state: 'done', updated: 20 });
  });

  it('can’t be retried before it has ended', async () => {
    const id = await start({ selection: ALL });
    const response = await plugin.ask('POST', `/runs/${id}/retry-failed`);
    expectProblem(response, { status: 409, code: 'nothing_to_retry', detail: /ended/ });
  });
});

describe('an import with the fingerprint of a preview', () => {
  it('is never held', async () => {
    const { fingerprint } = await preview();
    const id = await start({ selection: ALL, fingerprint });
    expect(await plugin.ended(id)).toMatchObject({ state: 'done', updated: 21 });
  });

  it('is refused when the plan has changed, with what has changed', async () => {
    const { fingerprint } = await preview();
    await plugin.import({ ids: ['1'] });
    const response = await plugin.ask('POST', '/imports', { selection: ALL, fingerprint });
    expectProblem(response, { status: 409, code: 'plan_changed', detail: /20 instead of 21/ });
  });

  it.each(['nope', 'a.b.c.d.e', '1.2'])('is refused with %s, which no preview gave', async (fingerprint) => {
    const response = await plugin.ask('POST', '/imports', { selection: ALL, fingerprint });
    expectProblem(response, {
      status: 409,
      code: 'plan_changed',
      detail: /^The fingerprint is none .*Nothing was imp/,
    });
  });
});

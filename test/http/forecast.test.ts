import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RefreshForecast } from '../../core/contract/index.ts';
import { SourceUnavailable } from '../../core/ports/errors.ts';
import { aSourceContact } from '../support/book-builders.ts';
import { openPlugin, type PluginHarness } from '../support/plugin-harness.ts';
import { expectProblem } from './expect-problem.ts';

let plugin: PluginHarness;
beforeEach(async () => {
  plugin = await openPlugin();
  plugin.fill([aSourceContact(1), aSourceContact(2)]);
});
afterEach(() => plugin.close());

function forecast(): Promise<RefreshForecast> {
  return plugin.get<RefreshForecast>('/refreshes/forecast');
}

describe('GET /refreshes/forecast', () => {
  it('tells what the next refresh takes and how the hour stands, in numbers that add up', async () => {
    await plugin.connect();
    const before = await forecast();
    expect(Object.keys(before).toSorted()).toEqual([
      'calls',
      'callsInFull',
      'limit',
      'mode',
      'remainingThisHour',
      'usedByOthers',
      'usedByUs',
      'usedThisHour',
    ]);
    expect(before.mode).toBe('full');
    expect(before.calls).toBe(before.callsInFull);
    expect(before.calls).toBeGreaterThan(0);
    expect(before.remainingThisHour).toBe(before.limit - before.usedThisHour);
    expect(before.usedByUs + before.usedByOthers).toBe(before.usedThisHour);
  });

  it('starts no refresh and changes nothing', async () => {
    await plugin.connect();
    const connection = await plugin.get('/connection');
    await forecast();
    expect(await plugin.get('/connection')).toEqual(connection);
    expect(await plugin.get('/runs')).toEqual({ items: [] });
  });

  it('needs credentials', async () => {
    const response = await plugin.ask('GET', '/refreshes/forecast');
    expectProblem(response, { status: 409, code: 'not_connected', detail: /UserName and Password/ });
  });

  it('says when Autotask can’t be asked', async () => {
    await plugin.connect();
    plugin.ports.source.failWith(new SourceUnavailable('Autotask could not be reached.'));
    const response = await plugin.ask('GET', '/refreshes/forecast');
    expectProblem(response, { status: 503, code: 'source_unavailable', detail: /could not be reached/ });
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RefreshOutlook } from '../../../../plugin-ui/runs/refresh-outlook.ts';
import { FakePluginApi } from '../fake-plugin-api.ts';

function open() {
  const api = new FakePluginApi();
  return {
    outlook: new RefreshOutlook({ api: () => api, changed: () => undefined }),
    asked: () => api.sentTo('forecast').length,
  };
}

describe('RefreshOutlook', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('asks once after a calm moment, however often it is wanted meanwhile', async () => {
    const { outlook, asked } = open();
    const loads = [outlook.load(), outlook.load()];
    expect(asked()).toBe(0);
    await vi.runAllTimersAsync();
    await Promise.all(loads);
    expect(asked()).toBe(1);
    expect(outlook.forecast).not.toBeNull();
  });

  it('does not ask when a refresh begins before', async () => {
    const { outlook, asked } = open();
    const load = outlook.load();
    outlook.callOff();
    await vi.runAllTimersAsync();
    await load;
    expect(asked()).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { pause } from '../../../adapters/autotask/pause.ts';
import { NEVER } from './opened-source.ts';

describe('pause', () => {
  it('ends by itself', async () => {
    await expect(pause(0, NEVER)).resolves.toBeUndefined();
  });

  it("ends with the signal's own reason", async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const waiting = pause(3_600_000, controller.signal);
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await expect(pause(3_600_000, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

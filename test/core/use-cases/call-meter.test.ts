import { describe, expect, it } from 'vitest';
import { MemoryCallLedger } from '../../../adapters/memory/memory-call-ledger.ts';
import type { TenantId } from '../../../core/domain/ids.ts';
import { CallMeter } from '../../../core/use-cases/call-meter.ts';
import { MSP, OTHER_MSP } from '../../support/run-builders.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const BEGINNING = new Date(0);

/** A ledger that also keeps in what strokes it was written. */
class StrokesLedger extends MemoryCallLedger {
  readonly strokes: { readonly at: Date; readonly count: number }[] = [];

  override async record(tenantId: TenantId, calls: { readonly at: Date; readonly count: number }): Promise<void> {
    this.strokes.push(calls);
    await super.record(tenantId, calls);
  }
}

function openMeter() {
  const callLedger = new StrokesLedger();
  const clock = new VirtualClock();
  const counts = () => callLedger.strokes.map(({ count }) => count);
  return { callLedger, clock, counts, meter: new CallMeter({ callLedger, clock }, MSP) };
}

function calling(times: number) {
  return async (onCall: () => void): Promise<void> => {
    for (let call = 1; call <= times; call += 1) onCall();
  };
}

describe('CallMeter', () => {
  it('has written every call down when the work has ended, and answers what the work did', async () => {
    const { callLedger, meter } = openMeter();
    const answer = await meter.measure(async (onCall) => {
      onCall();
      onCall();
      return 'the work';
    });
    expect(answer).toBe('the work');
    expect(await callLedger.since(MSP, BEGINNING)).toBe(2);
    expect(await callLedger.since(OTHER_MSP, BEGINNING)).toBe(0);
  });

  it('writes down the calls of work that fails, and lets it fail', async () => {
    const { callLedger, meter } = openMeter();
    const failing = meter.measure(async (onCall) => {
      onCall();
      throw new Error('The connection was reset.');
    });
    await expect(failing).rejects.toThrow('The connection was reset.');
    expect(await callLedger.since(MSP, BEGINNING)).toBe(1);
  });

  it('keeps back fewer than twenty calls, so that a crash loses no more', async () => {
    const { counts, meter } = openMeter();
    await meter.measure(calling(45));
    expect(counts()).toEqual([20, 20, 5]);
  });

  it('writes nothing down when nothing was called', async () => {
    const { counts, meter } = openMeter();
    await meter.measure(calling(0));
    await meter.measure(calling(20));
    expect(counts()).toEqual([20]);
  });

  it('tells when the calls were made', async () => {
    const { callLedger, clock, meter } = openMeter();
    await meter.measure(async (onCall) => {
      await calling(20)(onCall);
      await clock.advance(60_000);
      onCall();
    });
    expect(callLedger.strokes.map(({ at }) => at.toISOString())).toEqual([
      '2026-11-24T09:00:00.000Z',
      '2026-11-24T09:01:00.000Z',
    ]);
  });

  it('does not fail work whose calls can’t be written down, and goes on counting', async () => {
    const { callLedger, counts, meter } = openMeter();
    const { record } = callLedger;
    callLedger.record = () => Promise.reject(new Error('The database is away.'));
    await meter.measure(calling(25));
    callLedger.record = record;
    await meter.measure(calling(3));
    expect(counts()).toEqual([3]);
  });
});

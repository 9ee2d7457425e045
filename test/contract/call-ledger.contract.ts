import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tenantId } from '../../core/domain/ids.ts';
import type { CallLedger } from '../../core/ports/call-ledger.ts';

export interface CallLedgerHarness {
  readonly ledger: CallLedger;
  /** The same calls through another instance, as another node or a later start has them. */
  readonly other: CallLedger;
  dispose(): Promise<void>;
}

const OURS = tenantId('provider-1');
const THEIRS = tenantId('provider-2');
const at = (time: string) => new Date(`2026-11-24T${time}Z`);

/** What every {@link CallLedger} promises. */
export function callLedgerContract(name: string, open: () => Promise<CallLedgerHarness>): void {
  describe(`CallLedger: ${name}`, () => {
    let harness: CallLedgerHarness;
    let ledger: CallLedger;
    beforeEach(async () => {
      harness = await open();
      ledger = harness.ledger;
    });
    afterEach(() => harness.dispose());

    it('knows of no call at first', async () => {
      expect(await ledger.since(OURS, new Date(0))).toBe(0);
    });

    it('adds calls up, within a minute and beyond, for whoever asks', async () => {
      await ledger.record(OURS, { at: at('09:00:01.000'), count: 3 });
      await ledger.record(OURS, { at: at('09:00:59.999'), count: 4 });
      await harness.other.record(OURS, { at: at('09:30:00.000'), count: 1 });
      await ledger.record(OURS, { at: at('09:30:00.000'), count: 0 });
      expect(await ledger.since(OURS, at('09:00:00.000'))).toBe(8);
      expect(await harness.other.since(OURS, at('09:00:00.000'))).toBe(8);
    });

    it('counts from a moment on to the minute, and never too few', async () => {
      await ledger.record(OURS, { at: at('08:59:59.999'), count: 100 });
      await ledger.record(OURS, { at: at('09:00:45.000'), count: 10 });
      await ledger.record(OURS, { at: at('09:01:00.000'), count: 1 });
      expect(await ledger.since(OURS, at('09:00:00.000'))).toBe(11);
      expect(await ledger.since(OURS, at('09:00:30.000'))).toBe(11);
      expect(await ledger.since(OURS, at('09:01:00.000'))).toBe(1);
      expect(await ledger.since(OURS, at('09:02:00.000'))).toBe(0);
    });

    it('keeps the calls of more than an hour, in whatever order they are told', async () => {
      await ledger.record(OURS, { at: at('09:59:00.000'), count: 1 });
      await ledger.record(OURS, { at: at('08:59:00.000'), count: 2 });
      await ledger.record(OURS, { at: at('10:00:00.000'), count: 4 });
      expect(await ledger.since(OURS, at('08:59:30.000'))).toBe(7);
    });

    it('loses none of many that are told at once', async () => {
      const ledgers = [ledger, harness.other, ledger, harness.other, ledger, harness.other];
      await Promise.all(ledgers.map((one, index) => one.record(OURS, { at: at('09:00:00.000'), count: index })));
      expect(await ledger.since(OURS, at('09:00:00.000'))).toBe(15);
    });

    it('keeps providers apart', async () => {
      await ledger.record(OURS, { at: at('09:00:00.000'), count: 3 });
      await ledger.record(THEIRS, { at: at('23:00:00.000'), count: 5 });
      expect(await ledger.since(OURS, at('09:00:00.000'))).toBe(3);
      expect(await ledger.since(THEIRS, at('09:00:00.000'))).toBe(5);
    });
  });
}

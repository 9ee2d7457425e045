import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tenantId } from '../../core/domain/ids.ts';
import type { Activity, ActivityLog } from '../../core/ports/activity-log.ts';

export interface ActivityLogHarness {
  readonly activityLog: ActivityLog;
  dispose(): Promise<void>;
}

const OURS = tenantId('provider-1');
const THEIRS = tenantId('provider-2');
const activity = (given: Partial<Activity> = {}): Activity => ({
  at: '2026-11-24T09:00:00.000Z',
  by: 'Grace Hopper',
  action: 'import_started',
  subject: 'run-1',
  ...given,
});

/** What every {@link ActivityLog} promises. */
export function activityLogContract(name: string, open: () => Promise<ActivityLogHarness>): void {
  describe(`ActivityLog: ${name}`, () => {
    let harness: ActivityLogHarness;
    let activityLog: ActivityLog;
    beforeEach(async () => {
      harness = await open();
      activityLog = harness.activityLog;
    });
    afterEach(() => harness.dispose());

    it('holds nothing at first', async () => {
      expect(await activityLog.recent(OURS, 10)).toEqual([]);
    });

    it('gives back who did what, as it was recorded', async () => {
      const recorded = activity({ by: 'Zoë 李', subject: 'x'.repeat(2000) });
      await activityLog.record(OURS, recorded);
      expect(await activityLog.recent(OURS, 10)).toEqual([recorded]);
    });

    it('shows the newest first, in the order of their times', async () => {
      for (const at of ['2026-11-24T09:00:02.000Z', '2026-11-24T09:00:01.000Z', '2026-11-24T09:00:03.000Z']) {
        await activityLog.record(OURS, activity({ at }));
      }
      const seconds = (await activityLog.recent(OURS, 10)).map(({ at }) => at.slice(17, 19));
      expect(seconds).toEqual(['03', '02', '01']);
    });

    it('keeps the order of activities of one moment', async () => {
      const subjects = Array.from({ length: 20 }, (_, index) => String(index));
      for (const subject of subjects) await activityLog.record(OURS, activity({ subject }));
      const shown = (await activityLog.recent(OURS, 100)).map(({ subject }) => subject);
      expect(shown).toEqual(subjects.toReversed());
    });

    it('keeps the same activity as often as it happens', async () => {
      await Promise.all([activityLog.record(OURS, activity()), activityLog.record(OURS, activity())]);
      expect(await activityLog.recent(OURS, 10)).toEqual([activity(), activity()]);
    });

    it('shows no more than is asked for', async () => {
      for (const subject of ['1', '2', '3']) await activityLog.record(OURS, activity({ subject }));
      expect((await activityLog.recent(OURS, 2)).map(({ subject }) => subject)).toEqual(['3', '2']);
      expect(await activityLog.recent(OURS, 0)).toEqual([]);
    });

    it('never shows what was done for another provider', async () => {
      await activityLog.record(THEIRS, activity());
      expect(await activityLog.recent(OURS, 10)).toEqual([]);
    });
  });
}

import type { TenantId } from '../../core/domain/ids.ts';
import type { Activity, ActivityLog } from '../../core/ports/activity-log.ts';

/** Who did what, in memory. */
export class MemoryActivityLog implements ActivityLog {
  readonly #activities = new Map<TenantId, Activity[]>();

  record(tenantId: TenantId, activity: Activity): Promise<void> {
    const own = this.#activities.get(tenantId) ?? [];
    this.#activities.set(tenantId, own);
    own.push({ ...activity });
    return Promise.resolve();
  }

  recent(tenantId: TenantId, limit: number): Promise<readonly Activity[]> {
    const own = this.#activities.get(tenantId) ?? [];
    // Sorting is stable, so activities of one moment stay in the order in which they came.
    const newest = own.toSorted((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at))).reverse();
    return Promise.resolve(newest.slice(0, limit).map((activity) => ({ ...activity })));
  }
}

import type { TenantId } from '../domain/ids.ts';

/** Something that somebody did; never holds a secret. */
export interface Activity {
  readonly at: string;
  readonly by: string;
  readonly action:
    | 'connection_saved'
    | 'connection_forgotten'
    | 'refresh_started'
    | 'import_started'
    | 'run_cancelled'
    | 'run_released'
    | 'contacts_assigned';
  /** What it was done to: a run's id, a user name, a number of contacts. */
  readonly subject: string;
}

/** Keeps who did what, when. */
export interface ActivityLog {
  record(tenantId: TenantId, activity: Activity): Promise<void>;
  /** The latest activities of the provider, newest first. */
  recent(tenantId: TenantId, limit: number): Promise<readonly Activity[]>;
}

import type { FastifyRequest } from 'fastify';
import type { Principal } from '../../core/contract/index.ts';
import type { ActivityLog } from '../../core/ports/activity-log.ts';
import type { RunStore } from '../../core/ports/run-store.ts';
import type { AssignContacts } from '../../core/use-cases/assign-contacts.ts';
import type { CancelRun } from '../../core/use-cases/cancel-run.ts';
import type { ExplainContact } from '../../core/use-cases/explain-contact.ts';
import type { ExportContacts } from '../../core/use-cases/export-contacts.ts';
import type { ExportRunItems } from '../../core/use-cases/export-run-items.ts';
import type { FindRun } from '../../core/use-cases/find-run.ts';
import type { ForecastRefresh } from '../../core/use-cases/forecast-refresh.ts';
import type { ForgetConnection } from '../../core/use-cases/forget-connection.ts';
import type { ListAccounts } from '../../core/use-cases/list-accounts.ts';
import type { ListContacts } from '../../core/use-cases/list-contacts.ts';
import type { ListDestinations } from '../../core/use-cases/list-destinations.ts';
import type { ListPackages } from '../../core/use-cases/list-packages.ts';
import type { ListRuns } from '../../core/use-cases/list-runs.ts';
import type { PreviewImport } from '../../core/use-cases/preview-import.ts';
import type { ReleaseRun } from '../../core/use-cases/release-run.ts';
import type { RetryFailed } from '../../core/use-cases/retry-failed.ts';
import type { SaveConnection } from '../../core/use-cases/save-connection.ts';
import type { StartImport } from '../../core/use-cases/start-import.ts';
import type { StartRefresh } from '../../core/use-cases/start-refresh.ts';
import type { TestConnection } from '../../core/use-cases/test-connection.ts';
import type { ViewConnection } from '../../core/use-cases/view-connection.ts';

/** All that the routes call. */
export interface RouteParts {
  readonly resolvePrincipal: (request: FastifyRequest) => Promise<Principal | null> | Principal | null;
  readonly health: () => Promise<{ readonly status: 'ok' | 'degraded' }>;
  /** The folder with the browser file. */
  readonly uiFolder: string;
  readonly runs: RunStore;
  readonly activityLog: ActivityLog;
  readonly viewConnection: ViewConnection;
  readonly saveConnection: SaveConnection;
  readonly testConnection: TestConnection;
  readonly forgetConnection: ForgetConnection;
  readonly forecastRefresh: ForecastRefresh;
  readonly startRefresh: StartRefresh;
  readonly listContacts: ListContacts;
  readonly listAccounts: ListAccounts;
  readonly listDestinations: ListDestinations;
  readonly listPackages: ListPackages;
  readonly explainContact: ExplainContact;
  readonly exportContacts: ExportContacts;
  readonly assignContacts: AssignContacts;
  readonly previewImport: PreviewImport;
  readonly startImport: StartImport;
  readonly retryFailed: RetryFailed;
  readonly findRun: FindRun;
  readonly listRuns: ListRuns;
  readonly exportRunItems: ExportRunItems;
  readonly cancelRun: CancelRun;
  readonly releaseRun: ReleaseRun;
}

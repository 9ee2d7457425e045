import type { Brakes } from '../core/domain/brake.ts';
import { AssignContacts } from '../core/use-cases/assign-contacts.ts';
import { CancelRun } from '../core/use-cases/cancel-run.ts';
import { CarryOutRun } from '../core/use-cases/carry-out-run.ts';
import { ExplainContact } from '../core/use-cases/explain-contact.ts';
import { ExportContacts } from '../core/use-cases/export-contacts.ts';
import { ExportRunItems } from '../core/use-cases/export-run-items.ts';
import { FindRun } from '../core/use-cases/find-run.ts';
import { ForecastRefresh } from '../core/use-cases/forecast-refresh.ts';
import { ForgetConnection } from '../core/use-cases/forget-connection.ts';
import { ImportContacts } from '../core/use-cases/import-contacts.ts';
import { ListAccounts } from '../core/use-cases/list-accounts.ts';
import { ListContacts } from '../core/use-cases/list-contacts.ts';
import { ListDestinations } from '../core/use-cases/list-destinations.ts';
import { ListPackages } from '../core/use-cases/list-packages.ts';
import { ListRuns } from '../core/use-cases/list-runs.ts';
import { PreviewImport } from '../core/use-cases/preview-import.ts';
import { RederiveStatuses } from '../core/use-cases/rederive-statuses.ts';
import { RefreshContacts } from '../core/use-cases/refresh-contacts.ts';
import { ReleaseRun } from '../core/use-cases/release-run.ts';
import { RetryFailed } from '../core/use-cases/retry-failed.ts';
import { SaveConnection } from '../core/use-cases/save-connection.ts';
import { StartImport } from '../core/use-cases/start-import.ts';
import { StartRefresh } from '../core/use-cases/start-refresh.ts';
import { TestConnection } from '../core/use-cases/test-connection.ts';
import { ViewConnection } from '../core/use-cases/view-connection.ts';
import type { Ports } from './tokens.ts';

export type UseCases = ReturnType<typeof useCasesOf>;

/** Every use case over one set of ports, braked as the host wants it. */
export function useCasesOf(ports: Ports, brakes: Brakes) {
  const rederiveStatuses = new RederiveStatuses(ports);
  const refreshContacts = new RefreshContacts({ ...ports, brakes, rederiveStatuses });
  const findRun = new FindRun(ports);
  const importContacts = new ImportContacts({ ...ports, rederiveStatuses });
  const startImport = new StartImport({ ...ports, brakes });
  return {
    viewConnection: new ViewConnection(ports),
    saveConnection: new SaveConnection(ports),
    testConnection: new TestConnection(ports),
    forgetConnection: new ForgetConnection(ports),
    forecastRefresh: new ForecastRefresh(ports),
    startRefresh: new StartRefresh(ports),
    listContacts: new ListContacts(ports),
    listAccounts: new ListAccounts(ports),
    listDestinations: new ListDestinations(ports),
    listPackages: new ListPackages(ports),
    explainContact: new ExplainContact(ports),
    exportContacts: new ExportContacts(ports),
    assignContacts: new AssignContacts(ports),
    previewImport: new PreviewImport(ports),
    startImport,
    retryFailed: new RetryFailed({ ...ports, findRun, startImport }),
    findRun,
    listRuns: new ListRuns(ports),
    exportRunItems: new ExportRunItems({ ...ports, findRun }),
    cancelRun: new CancelRun({ ...ports, findRun }),
    releaseRun: new ReleaseRun({ ...ports, findRun }),
    rederiveStatuses,
    carryOutRun: new CarryOutRun({ ...ports, refreshContacts, importContacts }),
  };
}

import { MemorySecretBox } from '../../adapters/memory/memory-secret-box.ts';
import { DEFAULT_BRAKES } from '../../core/domain/brake.ts';
import { contactId, userId } from '../../core/domain/ids.ts';
import type { ManagedUser } from '../../core/domain/managed-user.ts';
import type { RefreshMode, Run, RunItem } from '../../core/domain/run.ts';
import type { AccountScope } from '../../core/domain/scope.ts';
import type { ContactFilter, Selection } from '../../core/domain/selection.ts';
import type { AssignmentChange } from '../../core/ports/contact-book.ts';
import type { SourceContact } from '../../core/ports/contact-source.ts';
import type { JobQueue } from '../../core/ports/job-queue.ts';
import { AssignContacts } from '../../core/use-cases/assign-contacts.ts';
import { CancelRun } from '../../core/use-cases/cancel-run.ts';
import { CarryOutRun } from '../../core/use-cases/carry-out-run.ts';
import { ExplainContact } from '../../core/use-cases/explain-contact.ts';
import { FindRun } from '../../core/use-cases/find-run.ts';
import { ForecastRefresh } from '../../core/use-cases/forecast-refresh.ts';
import { ForgetConnection } from '../../core/use-cases/forget-connection.ts';
import { ImportContacts } from '../../core/use-cases/import-contacts.ts';
import { ListContacts, type ListedContact } from '../../core/use-cases/list-contacts.ts';
import { ListRuns } from '../../core/use-cases/list-runs.ts';
import { PreviewImport } from '../../core/use-cases/preview-import.ts';
import { RederiveStatuses } from '../../core/use-cases/rederive-statuses.ts';
import { RefreshContacts } from '../../core/use-cases/refresh-contacts.ts';
import { ReleaseRun } from '../../core/use-cases/release-run.ts';
import { RetryFailed } from '../../core/use-cases/retry-failed.ts';
import { SaveConnection } from '../../core/use-cases/save-connection.ts';
import { StartImport } from '../../core/use-cases/start-import.ts';
import { StartRefresh } from '../../core/use-cases/start-refresh.ts';
import { TestConnection } from '../../core/use-cases/test-connection.ts';
import { ViewConnection } from '../../core/use-cases/view-connection.ts';
import { aSourceAccount, BOOK, BY_LAST_NAME, EVERYTHING } from './book-builders.ts';
import { anAssignment, aUser } from './builders.ts';
import { CREDENTIALS, type MemoryPorts, memoryPorts } from './memory-ports.ts';
import { anImport, aRequest, claimOne, MSP } from './run-builders.ts';
import { SilentLog } from './silent-log.ts';

export const RIGHT = { ...CREDENTIALS, integrationCode: null };
export const ALL: Selection = { filter: {}, except: [] };

type Faulty = Partial<Pick<MemoryPorts, 'users' | 'source' | 'runs' | 'contactBook'>>;

/** A queue that leaves the work to the test and counts how often it was woken. */
class IdleQueue implements JobQueue {
  woken = 0;

  async start(): Promise<void> {}

  wake(): void {
    this.woken += 1;
  }

  async stop(): Promise<void> {}
}

export function never(): AbortSignal {
  return new AbortController().signal;
}

export function only(...ids: readonly number[]): Selection {
  return { ids: ids.map((id) => contactId(String(id))) };
}

/** The user that an import of the contact makes by default, as somebody may have made it before. */
export function theUserOf(id: number, given: Partial<ManagedUser> = {}): ManagedUser {
  return aUser({
    id: userId(`by-hand-${id}`),
    email: `contact-${id}@engines.example`,
    company: 'Account 100',
    ...given,
  });
}

/** All use cases over the ports in memory; `withFaults` replaces some by ones that go wrong. */
export function useCasesInMemory(withFaults: (ports: MemoryPorts) => Faulty = () => ({})) {
  const memory = memoryPorts();
  const ports = {
    ...memory,
    ...withFaults(memory),
    secrets: new MemorySecretBox(),
    log: new SilentLog(),
    jobs: new IdleQueue(),
  };
  ports.source.move(BOOK.databaseId);
  ports.source.putAccount(aSourceAccount(100));
  const rederiveStatuses = new RederiveStatuses(ports);
  const previewImport = new PreviewImport(ports);
  const findRun = new FindRun(ports);
  const refreshContacts = new RefreshContacts({ ...ports, brakes: DEFAULT_BRAKES, rederiveStatuses });
  const importContacts = new ImportContacts({ ...ports, rederiveStatuses });
  const startImport = new StartImport({ ...ports, brakes: DEFAULT_BRAKES });
  const useCases = {
    assignContacts: new AssignContacts(ports),
    cancelRun: new CancelRun({ ...ports, findRun }),
    carryOutRun: new CarryOutRun({ ...ports, refreshContacts, importContacts }),
    explainContact: new ExplainContact(ports),
    findRun,
    forgetConnection: new ForgetConnection(ports),
    listContacts: new ListContacts(ports),
    listRuns: new ListRuns(ports),
    importContacts,
    previewImport,
    rederiveStatuses,
    saveConnection: new SaveConnection(ports),
    startImport,
    retryFailed: new RetryFailed({ ...ports, findRun, startImport }),
    forecastRefresh: new ForecastRefresh(ports),
    releaseRun: new ReleaseRun({ ...ports, findRun }),
    startRefresh: new StartRefresh(ports),
    testConnection: new TestConnection(ports),
    viewConnection: new ViewConnection(ports),
  };

  const app = {
    ports,
    ...useCases,

    connect: () => useCases.saveConnection.run(MSP, RIGHT, 'Grace', never()),

    /** Carries out the oldest run that waits, and answers what became of it. */
    async work(signal: AbortSignal = never()): Promise<Run> {
      const claimed = await claimOne(ports.runs);
      await useCases.carryOutRun.run(claimed, signal);
      return findRun.run(EVERYTHING, claimed.run.id);
    },

    async refresh({ signal, mode = null }: { signal?: AbortSignal; mode?: RefreshMode | null } = {}): Promise<Run> {
      await useCases.startRefresh.run(MSP, aRequest({ mode }));
      return app.work(signal);
    },

    /** Gets what Autotask shows, however much shorter the list becomes. */
    async takeOver(how: { mode?: RefreshMode } = {}): Promise<Run> {
      const run = await app.refresh(how);
      if (run.state !== 'held') return run;
      await useCases.releaseRun.run(EVERYTHING, run.id, 'Grace');
      return app.work();
    },

    assign: (selection: Selection = ALL, change: AssignmentChange = anAssignment()) =>
      useCases.assignContacts.run(EVERYTHING, selection, change, 'Grace'),

    /** Connects, gets the contacts, and assigns the first destination and package to all of them. */
    async open(...contacts: readonly SourceContact[]): Promise<void> {
      for (const contact of contacts) ports.source.putContact(contact);
      await app.connect();
      await app.refresh();
      await app.assign();
    },

    preview: (selection: Selection = ALL, accounts: AccountScope = 'all') =>
      previewImport.run({ ...EVERYTHING, accounts }, selection),

    start: (selection: Selection = ALL, accounts: AccountScope = 'all', fingerprint: string | null = null) =>
      useCases.startImport.run(
        { ...EVERYTHING, accounts },
        anImport({ selection }),
        fingerprint === null ? 'known' : { fingerprint },
      ),

    async import(selection?: Selection, accounts?: AccountScope): Promise<Run> {
      await app.start(selection, accounts);
      return app.work();
    },

    async items(run: Run): Promise<readonly RunItem[]> {
      return (await ports.runs.items(MSP, run.id, { limit: 500 })).items;
    },

    /** Per contact the outcome, or the reason when it failed. */
    async outcomes(run: Run): Promise<Record<string, string | null>> {
      const items = await app.items(run);
      return Object.fromEntries(items.map((item) => [item.contactId, item.reason?.code ?? item.outcome]));
    },

    async list(filter: ContactFilter = {}, scope = EVERYTHING): Promise<readonly ListedContact[]> {
      const request = { filter, sort: BY_LAST_NAME, limit: 500, withTotals: false };
      return (await useCases.listContacts.run(scope, request)).contacts;
    },

    async statuses(): Promise<Record<string, string>> {
      return Object.fromEntries((await app.list()).map(({ contact, status }) => [contact.id, status]));
    },

    async row(id: number): Promise<ListedContact> {
      const row = (await app.list()).find(({ contact }) => contact.id === String(id));
      if (row === undefined) throw new Error(`There is no contact ${id}`);
      return row;
    },

    async users(): Promise<readonly ManagedUser[]> {
      const pages: (readonly ManagedUser[])[] = [];
      for await (const page of ports.users.all(MSP, never())) pages.push(page);
      return pages.flat();
    },

    async activities(): Promise<readonly string[]> {
      return (await ports.activityLog.recent(MSP, 50)).map(({ action, subject }) => `${action} ${subject}`);
    },
  };
  return app;
}

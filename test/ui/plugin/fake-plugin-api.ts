import type {
  AccountPage,
  AccountQuery,
  AssignBody,
  ConnectionView,
  ContactDetail,
  ContactExplanation,
  ContactItem,
  ContactPage,
  ContactQuery,
  DestinationView,
  ImportBody,
  ImportPreview,
  PackageView,
  RefreshForecast,
  RefreshMode,
  RunItemView,
  RunState,
  RunView,
  SaveConnectionBody,
  SelectionBody,
} from '../../../core/contract/index.ts';
import { ApiProblem } from '../../../plugin-ui/api/api-problem.ts';
import type { PluginApi, RunItemPage, RunItemQuery, RunListener } from '../../../plugin-ui/api/plugin-api.ts';
import { countsOf, matches, order } from './matching-contacts.ts';
import { DESTINATIONS, PACKAGES, sampleDetail } from './sample-contacts.ts';

export const NOT_CONFIGURED: ConnectionView = {
  state: 'not_configured',
  username: null,
  hasPassword: false,
  zone: null,
  checkedAt: null,
  access: { contacts: 'unknown', accounts: 'unknown' },
  problem: null,
};

export const CONNECTED: ConnectionView = {
  state: 'connected',
  username: 'api-key@msp.example',
  hasPassword: true,
  zone: 'https://webservices5.autotask.net/ATServicesRest/',
  checkedAt: '2026-11-24T08:00:00.000Z',
  access: { contacts: 'all', accounts: 'all' },
  problem: null,
};

export function sampleRun(change: Partial<RunView> = {}): RunView {
  return {
    id: 'run-1',
    kind: 'import',
    state: 'done',
    requestedBy: 'Ada Admin',
    total: 0,
    done: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    failed: 0,
    notAttempted: 0,
    problem: null,
    createdAt: '2026-11-24T08:00:00.000Z',
    finishedAt: null,
    ...change,
  };
}

export function sampleForecast(change: Partial<RefreshForecast> = {}): RefreshForecast {
  return {
    mode: 'incremental',
    calls: 4,
    callsInFull: 47,
    limit: 10_000,
    usedThisHour: 130,
    usedByUs: 10,
    usedByOthers: 120,
    remainingThisHour: 9870,
    ...change,
  };
}

export function sampleProblem(change: Partial<Pick<ApiProblem, 'status' | 'code' | 'detail' | 'id'>> = {}): ApiProblem {
  return new ApiProblem({ status: 503, code: 'console_unavailable', detail: 'It is away.', id: 'r-1', ...change });
}

type Method = keyof PluginApi;

/** The plugin in memory. Runs go on only as the test says, by {@link FakePluginApi.report}. */
export class FakePluginApi implements PluginApi {
  connectionView: ConnectionView = CONNECTED;
  items: ContactItem[] = [];
  destinationList: readonly DestinationView[] = DESTINATIONS;
  packageList: readonly PackageView[] = PACKAGES;
  forecastView: RefreshForecast = sampleForecast();
  runList: readonly RunView[] = [];
  runItemList: readonly RunItemView[] = [];
  explanationChange: Partial<ContactExplanation> = {};
  previewChange: Partial<ImportPreview> = {};
  /** The calls, in order, with what was sent. */
  readonly calls: { readonly method: Method; readonly sent: unknown }[] = [];
  /** Methods that fail, until they are taken out. */
  readonly failing = new Map<Method, ApiProblem>();
  /** Methods that wait for a promise before they answer. */
  readonly waiting = new Map<Method, Promise<unknown>>();
  readonly listeners = new Map<string, RunListener>();

  connection(): Promise<ConnectionView> {
    return this.#answer('connection', null, () => this.connectionView);
  }

  saveConnection(body: SaveConnectionBody): Promise<ConnectionView> {
    return this.#answer('saveConnection', body, () => {
      this.connectionView = { ...CONNECTED, username: body.username };
      return this.connectionView;
    });
  }

  testConnection(): Promise<ConnectionView> {
    return this.#answer('testConnection', null, () => this.connectionView);
  }

  forgetConnection(): Promise<void> {
    return this.#answer('forgetConnection', null, () => {
      this.connectionView = NOT_CONFIGURED;
    });
  }

  destinations(): Promise<readonly DestinationView[]> {
    return this.#answer('destinations', null, () => this.destinationList);
  }

  packages(): Promise<readonly PackageView[]> {
    return this.#answer('packages', null, () => this.packageList);
  }

  contacts(query: ContactQuery): Promise<ContactPage> {
    return this.#answer('contacts', query, () => {
      const { at = 0, limit = 50, sort = 'lastName', totals = true } = query;
      const { status, ...others } = query;
      const inEachStatus = this.items.filter((item) => matches(item, others));
      const matching = inEachStatus.filter((item) => status === undefined || status === item.status).sort(order(sort));
      const page = { items: matching.slice(at, at + limit), next: null };
      return totals ? { ...page, total: matching.length, counts: countsOf(inEachStatus) } : page;
    });
  }

  contact(id: string): Promise<ContactDetail> {
    return this.#answer('contact', id, () => {
      const item = this.items.find((one) => one.id === id);
      if (item === undefined) throw sampleProblem({ status: 404, code: 'contact_not_found' });
      return sampleDetail(item, this.explanationChange);
    });
  }

  accounts(query: AccountQuery): Promise<AccountPage> {
    return this.#answer('accounts', query, () => {
      const { q = '', after = '0', limit = 50 } = query;
      const named = new Map(this.items.map(({ accountId, account }) => [accountId, account]));
      const found = [...named]
        .map(([id, name]) => ({ id, name, contacts: this.items.filter((item) => item.accountId === id).length }))
        .filter(({ name }) => name.toLowerCase().startsWith(q.toLowerCase()))
        .sort((one, other) => one.name.localeCompare(other.name));
      const end = Number(after) + limit;
      return { items: found.slice(Number(after), end), next: end < found.length ? String(end) : null };
    });
  }

  contactsFile({ sort = 'lastName', active }: ContactQuery): string {
    return `/plugin/api/contacts.csv?sort=${sort}&active=${active ?? 'any'}`;
  }

  assign(body: AssignBody): Promise<{ readonly updated: number }> {
    return this.#answer('assign', body, () => {
      const { selection, ...change } = body;
      const chosen = new Set(this.#selected(selection).map(({ id }) => id));
      this.items = this.items.map((item) => (chosen.has(item.id) ? { ...item, ...change } : item));
      return { updated: chosen.size };
    });
  }

  startRefresh(mode?: RefreshMode): Promise<{ readonly runId: string }> {
    return this.#answer('startRefresh', mode ?? null, () => ({ runId: 'refresh-1' }));
  }

  forecast(): Promise<RefreshForecast> {
    return this.#answer('forecast', null, () => this.forecastView);
  }

  previewImport(selection: SelectionBody): Promise<ImportPreview> {
    return this.#answer('previewImport', selection, () => {
      const create = this.#selected(selection).length;
      return {
        create,
        update: 0,
        unchanged: 0,
        blocked: [],
        byDestination: [{ destinationId: 'd1', count: create }],
        byPackage: [{ packageId: 'p2', count: create }],
        named: this.#selected(selection)
          .slice(0, 10)
          .map((item) => ({ ...item, contactId: item.id, effect: 'create', reason: null })),
        capacityGb: create * 250,
        mailsInstructions: true,
        fingerprint: `f${this.calls.length}`,
        ...this.previewChange,
      };
    });
  }

  startImport(body: ImportBody): Promise<{ readonly runId: string }> {
    return this.#answer('startImport', body, () => ({ runId: 'import-1' }));
  }

  runs(limit: number): Promise<readonly RunView[]> {
    return this.#answer('runs', limit, () => this.runList.slice(0, limit));
  }

  run(id: string): Promise<RunView> {
    return this.#answer('run', id, () => sampleRun({ id }));
  }

  cancelRun(id: string): Promise<RunView> {
    return this.#answer('cancelRun', id, () => {
      const isRunning = this.runList.some((run) => run.id === id && run.state === 'running');
      return this.#decided(id, isRunning ? 'running' : 'cancelled');
    });
  }

  releaseRun(id: string): Promise<RunView> {
    return this.#answer('releaseRun', id, () => this.#decided(id, 'queued'));
  }

  retryFailed(id: string): Promise<{ readonly runId: string }> {
    return this.#answer('retryFailed', id, () => ({ runId: 'import-2' }));
  }

  runItems(id: string, query: RunItemQuery): Promise<RunItemPage> {
    return this.#answer('runItems', { id, ...query }, () => {
      const { outcome, after = '0', limit } = query;
      const matching = this.runItemList.filter((item) => outcome === undefined || item.outcome === outcome);
      const end = Number(after) + limit;
      return { items: matching.slice(Number(after), end), next: end < matching.length ? String(end) : null };
    });
  }

  runItemsFile(id: string, { outcome }: Pick<RunItemQuery, 'outcome'>): string {
    return `/runs/${id}/items.csv${outcome === undefined ? '' : `?outcome=${outcome}`}`;
  }

  followRun(id: string, listener: RunListener): () => void {
    this.listeners.set(id, listener);
    return () => this.listeners.delete(id);
  }

  /** Lets a followed run go on. */
  report(change: Partial<RunView> & { readonly id: string }): void {
    this.listeners.get(change.id)?.onRun(sampleRun(change));
  }

  sentTo(method: Method): readonly unknown[] {
    return this.calls.filter((call) => call.method === method).map(({ sent }) => sent);
  }

  #selected(selection: SelectionBody): readonly ContactItem[] {
    if ('ids' in selection) return this.items.filter(({ id }) => selection.ids.includes(id));
    const { filter, except = [] } = selection;
    return this.items.filter((item) => matches(item, filter) && !except.includes(item.id));
  }

  #decided(id: string, state: RunState): RunView {
    const run = this.runList.find((one) => one.id === id) ?? sampleRun({ id });
    const decided = { ...run, state, problem: null };
    this.runList = this.runList.map((one) => (one.id === id ? decided : one));
    return decided;
  }

  async #answer<Answer>(method: Method, sent: unknown, answer: () => Answer): Promise<Answer> {
    this.calls.push({ method, sent });
    await this.waiting.get(method);
    const problem = this.failing.get(method);
    if (problem !== undefined) throw problem;
    return answer();
  }
}

import type {
  AccountPage,
  AccountQuery,
  AssignBody,
  ConnectionView,
  ContactDetail,
  ContactPage,
  ContactQuery,
  DestinationView,
  ImportBody,
  ImportPreview,
  PackageView,
  RefreshForecast,
  RefreshMode,
  RunView,
  SaveConnectionBody,
  SelectionBody,
} from '../../core/contract/index.ts';
import type { PluginApi, RunItemPage, RunItemQuery, RunListener } from './plugin-api.ts';
import { RequestSender, type SenderOptions } from './request-sender.ts';
import { followRun } from './run-events.ts';

/** Talks to the plugin's routes over HTTP. */
export class HttpPluginApi implements PluginApi {
  readonly #sender: RequestSender;

  constructor(options: SenderOptions) {
    this.#sender = new RequestSender(options);
  }

  connection(): Promise<ConnectionView> {
    return this.#sender.get('/api/connection');
  }

  saveConnection(body: SaveConnectionBody): Promise<ConnectionView> {
    return this.#sender.write('PUT', '/api/connection', body);
  }

  testConnection(): Promise<ConnectionView> {
    return this.#sender.write('POST', '/api/connection/test', {});
  }

  forgetConnection(): Promise<void> {
    return this.#sender.remove('/api/connection');
  }

  destinations(): Promise<readonly DestinationView[]> {
    return this.#sender.get('/api/destinations');
  }

  packages(): Promise<readonly PackageView[]> {
    return this.#sender.get('/api/packages');
  }

  contacts(query: ContactQuery): Promise<ContactPage> {
    return this.#sender.get('/api/contacts', { ...query });
  }

  contactsFile(query: ContactQuery): string {
    return this.#sender.url('/api/contacts.csv', { ...query });
  }

  contact(id: string): Promise<ContactDetail> {
    return this.#sender.get(`/api/contacts/${encodeURIComponent(id)}`);
  }

  accounts(query: AccountQuery): Promise<AccountPage> {
    return this.#sender.get('/api/accounts', { ...query });
  }

  assign(body: AssignBody): Promise<{ readonly updated: number }> {
    return this.#sender.write('PATCH', '/api/contacts', body);
  }

  startRefresh(mode?: RefreshMode): Promise<{ readonly runId: string }> {
    return this.#sender.start('/api/refreshes', mode === undefined ? {} : { mode });
  }

  forecast(): Promise<RefreshForecast> {
    return this.#sender.glance('/api/refreshes/forecast');
  }

  previewImport(selection: SelectionBody): Promise<ImportPreview> {
    return this.#sender.write('POST', '/api/imports/preview', { selection });
  }

  startImport(body: ImportBody): Promise<{ readonly runId: string }> {
    return this.#sender.start('/api/imports', body);
  }

  async runs(limit: number): Promise<readonly RunView[]> {
    const { items } = await this.#sender.get<{ readonly items: readonly RunView[] }>('/api/runs', { limit });
    return items;
  }

  run(id: string): Promise<RunView> {
    return this.#sender.get(runPath(id));
  }

  cancelRun(id: string): Promise<RunView> {
    return this.#sender.write('POST', `${runPath(id)}/cancel`, {});
  }

  releaseRun(id: string): Promise<RunView> {
    return this.#sender.write('POST', `${runPath(id)}/release`, {});
  }

  retryFailed(id: string): Promise<{ readonly runId: string }> {
    return this.#sender.start(`${runPath(id)}/retry-failed`, {});
  }

  runItems(id: string, query: RunItemQuery): Promise<RunItemPage> {
    return this.#sender.get(`${runPath(id)}/items`, { ...query });
  }

  runItemsFile(id: string, query: Pick<RunItemQuery, 'outcome'>): string {
    return this.#sender.url(`${runPath(id)}/items.csv`, { ...query });
  }

  followRun(id: string, listener: RunListener): () => void {
    const url = this.#sender.url(`${runPath(id)}/events`);
    return followRun({ url, read: () => this.run(id), listener });
  }
}

function runPath(id: string): string {
  return `/api/runs/${encodeURIComponent(id)}`;
}

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
  Outcome,
  PackageView,
  RefreshForecast,
  RefreshMode,
  RunItemView,
  RunView,
  SaveConnectionBody,
  SelectionBody,
} from '../../core/contract/index.ts';
import type { ApiProblem } from './api-problem.ts';

/** Which items of a run, and where to go on. */
export interface RunItemQuery {
  /** Without one, whatever became of them. */
  readonly outcome?: Outcome;
  /** The `next` of an earlier page. */
  readonly after?: string;
  readonly limit: number;
}

export interface RunItemPage {
  readonly items: readonly RunItemView[];
  readonly next: string | null;
}

/** Hears how a run goes on. */
export interface RunListener {
  onRun(run: RunView): void;
  /** The run can't be followed for now; it is tried again. */
  onProblem(problem: ApiProblem): void;
  /** The run can't be followed any more: signed out, not allowed, no such run. */
  onLost(problem: ApiProblem): void;
}

/**
 * The routes of the plugin as typed calls. Every call fails with an {@link ApiProblem} and nothing else.
 *
 * @public
 */
export interface PluginApi {
  connection(): Promise<ConnectionView>;
  saveConnection(body: SaveConnectionBody): Promise<ConnectionView>;
  testConnection(): Promise<ConnectionView>;
  /** Forgets the credentials; contacts and links stay. */
  forgetConnection(): Promise<void>;
  destinations(): Promise<readonly DestinationView[]>;
  packages(): Promise<readonly PackageView[]>;
  contacts(query: ContactQuery): Promise<ContactPage>;
  /** Where the list, filtered and sorted by the query, is as CSV. */
  contactsFile(query: ContactQuery): string;
  /** One contact with the trace of what was decided about it. */
  contact(id: string): Promise<ContactDetail>;
  /** The accounts of the list's contacts. */
  accounts(query: AccountQuery): Promise<AccountPage>;
  assign(body: AssignBody): Promise<{ readonly updated: number }>;
  /** Without a mode the server chooses. */
  startRefresh(mode?: RefreshMode): Promise<{ readonly runId: string }>;
  /** What the next refresh takes; asks Autotask. */
  forecast(): Promise<RefreshForecast>;
  previewImport(selection: SelectionBody): Promise<ImportPreview>;
  startImport(body: ImportBody): Promise<{ readonly runId: string }>;
  /** The latest runs, newest first. */
  runs(limit: number): Promise<readonly RunView[]>;
  run(id: string): Promise<RunView>;
  /** Ends the run, or asks for its end. */
  cancelRun(id: string): Promise<RunView>;
  /** Lets a held run go on. */
  releaseRun(id: string): Promise<RunView>;
  /** Imports the contacts that the run failed for once more. */
  retryFailed(id: string): Promise<{ readonly runId: string }>;
  runItems(id: string, query: RunItemQuery): Promise<RunItemPage>;
  /** Where the items of a run are as CSV. */
  runItemsFile(id: string, query: Pick<RunItemQuery, 'outcome'>): string;
  /** Reports the run now and on every change, until it has ended; returns what stops it earlier. */
  followRun(id: string, listener: RunListener): () => void;
}

import type { AccountPage, AccountQuery, ContactDetail, RefreshMode, RunView } from '../../core/contract/index.ts';
import { type ApiProblem, problemOf } from '../api/api-problem.ts';
import type { PluginApi } from '../api/plugin-api.ts';
import { isAtRest } from '../api/run-events.ts';
import { ConnectionDesk } from '../connection/connection-desk.ts';
import { Assignments } from '../contacts/assignments.ts';
import { BulkAssignment } from '../contacts/bulk-assignment.ts';
import { Catalog } from '../contacts/catalog.ts';
import { ContactList } from '../contacts/contact-list.ts';
import { FilterDesk } from '../contacts/filter-desk.ts';
import { RowAssignment } from '../contacts/row-assignment.ts';
import { SelectionDesk } from '../contacts/selection-desk.ts';
import { HistoryDesk } from '../runs/history-desk.ts';
import { ImportDesk } from '../runs/import-desk.ts';
import { latestRuns } from '../runs/latest-runs.ts';
import { RefreshDesk } from '../runs/refresh-desk.ts';
import { runAnnouncement } from '../runs/run-words.ts';
import { type ListPlace, listPlace } from './page-state.ts';
import { SelectedImport } from './selected-import.ts';

/** What the model needs of the element that shows it. */
export interface PageModelParts {
  readonly api: () => PluginApi;
  readonly locale: () => string;
  readonly changed: () => void;
  /** Says what happened, in the page's one status region. */
  readonly announce: (text: string) => void;
  readonly pagesOnScreen: () => readonly number[];
  /** An import that was started here has come to rest; its result is to be shown. */
  readonly importEnded: () => void;
}

/** Everything the page knows, and everything that can be done on it. */
export class PageModel {
  readonly desk: ConnectionDesk;
  readonly catalog: Catalog;
  readonly list: ContactList;
  readonly filtering: FilterDesk;
  readonly assignments: Assignments;
  readonly choosing: RowAssignment;
  readonly bulk: BulkAssignment;
  readonly refresh: RefreshDesk;
  readonly selecting: SelectionDesk;
  readonly imports: ImportDesk;
  readonly importing: SelectedImport;
  readonly history: HistoryDesk;
  /** Why the latest runs could not be read. */
  runsProblem: ApiProblem | null = null;

  readonly #parts: PageModelParts;
  /** Whether a refresh has ended, and its rows are still being read. */
  #isBehind = false;

  constructor(parts: PageModelParts) {
    const { api, changed, announce } = parts;
    this.#parts = parts;
    this.desk = new ConnectionDesk({ api, changed, announce, acted: () => this.#forecast() });
    this.catalog = new Catalog(parts);
    this.assignments = new Assignments((id, change) => api().assign({ selection: { ids: [id] }, ...change }));
    this.list = new ContactList({ api, changed, assignments: this.assignments });
    this.selecting = new SelectionDesk({ ...parts, list: this.list });
    this.filtering = new FilterDesk({ ...parts, list: this.list, filtered: () => this.selecting.recount() });
    this.bulk = new BulkAssignment({
      ...parts,
      assignments: this.assignments,
      catalog: this.catalog,
      selection: () => this.selecting.selection,
      readAgain: () => Promise.all([this.#reloadList(), this.catalog.load()]),
    });
    this.choosing = new RowAssignment({
      announce,
      assignments: this.assignments,
      list: this.list,
      saved: (event) => {
        this.bulk.chosenInRow(event);
        return this.#reloadList();
      },
    });
    this.refresh = new RefreshDesk({
      ...parts,
      onRun: (run, before) => this.#onRefresh(run, before),
      lookAgain: () => this.#takeUpRuns(),
    });
    this.imports = new ImportDesk({
      ...parts,
      onRun: (run, before) => this.#onImport(run, before),
      lookAgain: () => this.#takeUpRuns(),
    });
    this.importing = new SelectedImport({ api, imports: this.imports, selecting: this.selecting });
    this.history = new HistoryDesk({ ...parts, lookAgain: () => this.#takeUpRuns() });
  }

  /** What stands in the list's place. */
  get place(): ListPlace {
    const { run, isUnderWay } = this.refresh.tracker;
    const refresh = { run, isUnderWay: isUnderWay || this.#isBehind };
    return listPlace({ connection: this.desk.connection, refresh, list: this.list });
  }

  /** Whether the server has said of any request that nobody is signed in. */
  get isSignedOut(): boolean {
    return this.#askers.some(({ problem }) => problem?.isSignedOut);
  }

  /** Reads everything, side by side, so that the list is on screen fast; also after a sign-in. */
  async load(): Promise<void> {
    // Who asks again has signed in again, as far as is known.
    for (const asker of this.#askers) if (asker.problem?.isSignedOut) asker.problem = null;
    const { desk, catalog, history } = this;
    await Promise.all([this.#reloadList(), desk.load(), catalog.load(), this.#takeUpRuns(), history.load()]);
    await this.#forecast();
  }

  leave(): void {
    this.filtering.leave();
    this.refresh.tracker.leave();
    this.imports.tracker.leave();
  }

  readonly detailOf = (contactId: string): Promise<ContactDetail> => this.#parts.api().contact(contactId);

  accounts(query: AccountQuery): Promise<AccountPage> {
    return this.#parts.api().accounts(query);
  }

  /** Starts a refresh; without a mode the server chooses. */
  async startRefresh(mode?: RefreshMode): Promise<void> {
    await this.refresh.start(mode);
    // Somebody has forgotten the credentials elsewhere.
    if (this.refresh.tracker.problem?.code === 'not_connected') await this.desk.load();
  }

  /** Parts with requests of their own, which may be refused. */
  get #askers(): readonly { problem: ApiProblem | null }[] {
    const { desk, refresh, imports, bulk, history } = this;
    const { flow, cancellation, result } = imports;
    const ofRuns = [refresh.tracker, refresh.held, imports.tracker, imports.held, cancellation, result];
    return [desk, bulk, flow, ...ofRuns, history, history.actions];
  }

  /** Only who is connected is told: credentials that may be refused are not tried for so little. */
  async #forecast(): Promise<void> {
    const { outlook } = this.refresh;
    if (this.desk.connection?.state === 'connected') await outlook.load();
    else outlook.clear();
  }

  #reloadList(): Promise<void> {
    return this.list.reload(this.#parts.pagesOnScreen);
  }

  async #takeUpRuns(): Promise<void> {
    try {
      const runs = await latestRuns(this.#parts.api());
      this.runsProblem = null;
      this.refresh.tracker.takeUp(runs.find(({ kind }) => kind === 'refresh'));
      this.imports.takeUp(runs);
    } catch (error) {
      this.runsProblem = problemOf(error);
    }
  }

  #onRefresh(run: RunView, before: RunView | null): void {
    this.history.note(run);
    this.#announceRun(run, before);
    if (isAtRest(run)) void this.#finishRefresh();
  }

  async #finishRefresh(): Promise<void> {
    this.refresh.held.problem = null;
    this.#isBehind = true;
    await this.#reloadList(); // Alone, so that nothing keeps the rows waiting.
    this.#isBehind = false;
    await this.desk.load();
    await this.#forecast();
  }

  #onImport(run: RunView, before: RunView | null): void {
    this.history.note(run);
    this.#announceRun(run, before);
    if (isAtRest(run)) void (run.state === 'held' ? this.#takeUpRuns() : this.#finishImport(run));
  }

  async #finishImport(run: RunView): Promise<void> {
    await Promise.all([this.importing.letGo(run), this.#reloadList(), this.#takeUpRuns()]);
    this.imports.result.show(run);
    this.#parts.importEnded();
  }

  #announceRun(run: RunView, before: RunView | null): void {
    const text = runAnnouncement(run, before, this.#parts.locale());
    if (text !== null) this.#parts.announce(text);
  }
}

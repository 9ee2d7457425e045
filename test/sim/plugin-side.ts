import { inspect } from 'node:util';
import { AutotaskContactSource } from '../../adapters/autotask/autotask-contact-source.ts';
import { MemoryRunStore } from '../../adapters/memory/memory-run-store.ts';
import { MemorySecretBox } from '../../adapters/memory/memory-secret-box.ts';
import { DEFAULT_BRAKES } from '../../core/domain/brake.ts';
import type { Connection } from '../../core/domain/connection.ts';
import { databaseId } from '../../core/domain/ids.ts';
import type { RefreshMode, Run } from '../../core/domain/run.ts';
import type { BookKey } from '../../core/domain/scope.ts';
import { CarryOutRun } from '../../core/use-cases/carry-out-run.ts';
import { FindRun } from '../../core/use-cases/find-run.ts';
import { ImportContacts } from '../../core/use-cases/import-contacts.ts';
import { RederiveStatuses } from '../../core/use-cases/rederive-statuses.ts';
import { RefreshContacts } from '../../core/use-cases/refresh-contacts.ts';
import { ReleaseRun } from '../../core/use-cases/release-run.ts';
import { SaveConnection } from '../../core/use-cases/save-connection.ts';
import { StartRefresh } from '../../core/use-cases/start-refresh.ts';
import { TestConnection } from '../../core/use-cases/test-connection.ts';
import { memoryPorts } from '../support/memory-ports.ts';
import { aRequest, claimOne, MSP } from '../support/run-builders.ts';
import { SilentLog } from '../support/silent-log.ts';
import type { Known } from './refresh-record.ts';
import type { StoryTime } from './story-time.ts';
import type { Tenant } from './tenant.ts';
import { type List, rowText } from './truth.ts';

const SCOPE = { tenantId: MSP, accounts: 'all' } as const;
const NEVER = new AbortController().signal;

/** The plugin's side of a story: its use cases over ports in memory and the real source. */
export class PluginSide {
  readonly #tenant: Tenant;
  readonly #source: AutotaskContactSource;
  readonly #log = new SilentLog();
  readonly #useCases: ReturnType<typeof useCasesOver>;
  #key: BookKey = { tenantId: MSP, databaseId: databaseId('none yet') };

  constructor(tenant: Tenant, time: StoryTime) {
    const { url, credentials } = tenant.practice;
    this.#tenant = tenant;
    this.#source = new AutotaskContactSource({
      url,
      integrationCode: credentials.integrationCode,
      log: this.#log,
      clock: time,
      random: () => 0.5,
      async pause(milliseconds, signal) {
        signal.throwIfAborted();
        await time.wait(milliseconds);
      },
    });
    this.#useCases = useCasesOver(this.#source, time, this.#log);
  }

  async connect(): Promise<void> {
    const { username, secret } = this.#tenant.practice.credentials;
    const credentials = { username, password: secret, integrationCode: null };
    const connection = await this.#useCases.saveConnection.run(MSP, credentials, 'Grace', NEVER);
    if (connection.databaseId === null) throw new Error('The practice server did not tell its database');
    this.#key = { tenantId: MSP, databaseId: connection.databaseId };
  }

  /** A person presses Test. */
  test(): Promise<Connection> {
    return this.#useCases.testConnection.run(MSP, NEVER);
  }

  async refresh(mode: RefreshMode | null): Promise<Run> {
    await this.#useCases.startRefresh.run(MSP, aRequest({ mode }));
    return this.#work();
  }

  /** A person lets a held refresh go on. */
  async release(run: Run): Promise<Run> {
    await this.#useCases.releaseRun.run(SCOPE, run.id, 'Grace');
    return this.#work();
  }

  async known(): Promise<Known> {
    return { list: await this.#list(), state: await this.#useCases.contactBook.state(this.#key) };
  }

  async #list(): Promise<List> {
    const list = new Map<string, string>();
    for await (const rows of this.#useCases.contactBook.emailBatches(this.#key)) {
      for (const { entry } of rows) {
        const { contact } = entry;
        list.set(contact.id, rowText(contact, { name: contact.account, isActive: true }));
      }
    }
    return list;
  }

  /** What the list says about each contact beyond Autotask's values. */
  async derivations(): Promise<List> {
    const list = new Map<string, string>();
    for await (const rows of this.#useCases.contactBook.emailBatches(this.#key)) {
      for (const { entry, derived } of rows) list.set(entry.contact.id, JSON.stringify(derived));
    }
    return list;
  }

  /** Derives every row again, whether or not anything has changed. */
  rederiveAll(): Promise<void> {
    return this.#useCases.rederiveStatuses.ofAll(this.#key);
  }

  /** Every line of the log so far, in one text. */
  logged(): string {
    return inspect(this.#log.lines, { depth: null, maxArrayLength: null, maxStringLength: null, showHidden: true });
  }

  close(): Promise<void> {
    return this.#source.close();
  }

  async #work(): Promise<Run> {
    const claimed = await claimOne(this.#useCases.runs);
    await this.#useCases.carryOutRun.run(claimed, NEVER);
    return this.#useCases.findRun.run(SCOPE, claimed.run.id);
  }
}

function useCasesOver(source: AutotaskContactSource, clock: StoryTime, log: SilentLog) {
  const memory = memoryPorts();
  const runs = new MemoryRunStore({ contactBook: memory.contactBook, clock, ids: memory.ids });
  const jobs = { async start() {}, wake() {}, async stop() {} };
  const ports = { ...memory, source, clock, log, runs, jobs, secrets: new MemorySecretBox() };
  const rederiveStatuses = new RederiveStatuses(ports);
  const refreshContacts = new RefreshContacts({ ...ports, brakes: DEFAULT_BRAKES, rederiveStatuses });
  const findRun = new FindRun(ports);
  return {
    runs,
    contactBook: memory.contactBook,
    rederiveStatuses,
    findRun,
    carryOutRun: new CarryOutRun({
      ...ports,
      refreshContacts,
      importContacts: new ImportContacts({ ...ports, rederiveStatuses }),
    }),
    releaseRun: new ReleaseRun({ ...ports, findRun }),
    saveConnection: new SaveConnection(ports),
    startRefresh: new StartRefresh(ports),
    testConnection: new TestConnection(ports),
  };
}

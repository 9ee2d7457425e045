import { type Brakes, isListTooShort } from '../domain/brake.ts';
import type { Credentials } from '../domain/connection.ts';
import type { DatabaseId } from '../domain/ids.ts';
import type { Run } from '../domain/run.ts';
import type { BookKey } from '../domain/scope.ts';
import type { CallLedger } from '../ports/call-ledger.ts';
import type { CancelSignal } from '../ports/cancel-signal.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConnectionStore, StoredConnection } from '../ports/connection-store.ts';
import type { BookGeneration, ContactBook, Watermarks } from '../ports/contact-book.ts';
import type { ContactSource, SourceOptions } from '../ports/contact-source.ts';
import { isPluginError, SourceForbidden, SourceUnauthorized } from '../ports/errors.ts';
import type { Log } from '../ports/log.ts';
import { loggedError } from '../ports/logged-error.ts';
import type { ClaimedRun, RunStore } from '../ports/run-store.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import { CallMeter } from './call-meter.ts';
import { checkedConnection, failedConnection } from './connection-check.ts';
import { readChanges } from './read-changes.ts';
import { readWhole } from './read-whole.ts';
import type { ReadingKit, ReadingNote } from './reading-kit.ts';
import type { RederiveStatuses } from './rederive-statuses.ts';
import { nothingThere, tooShort } from './refresh-findings.ts';
import { incrementalBase } from './refresh-mode.ts';
import { RefreshProgress } from './refresh-progress.ts';
import { openCredentials } from './stored-credentials.ts';

interface RefreshPorts {
  readonly source: ContactSource;
  readonly connections: ConnectionStore;
  readonly secrets: SecretBox;
  readonly contactBook: ContactBook;
  readonly runs: RunStore;
  readonly callLedger: CallLedger;
  readonly clock: Clock;
  readonly log: Log;
  readonly rederiveStatuses: RederiveStatuses;
  readonly brakes: Brakes;
}

/** A refresh under way: who asks, with what, and which list it is for. */
interface Refresh {
  readonly claimed: ClaimedRun;
  readonly stored: StoredConnection | null;
  readonly credentials: Credentials;
  readonly options: SourceOptions;
}

/** The list that is brought up to date; with marks up to which it has been read before, unless it is read whole. */
type List = Pick<ReadingKit, 'key' | 'state'> & { readonly watermarks: Watermarks | null };

/**
 * Brings the list to what Autotask shows: a new generation is written beside the present one, and takes its place
 * only when it is complete. Whatever stops it before leaves the list as it was.
 */
export class RefreshContacts {
  readonly #ports: RefreshPorts;

  constructor(ports: RefreshPorts) {
    this.#ports = ports;
  }

  async run(claimed: ClaimedRun, signal: CancelSignal): Promise<void> {
    const { connections, secrets } = this.#ports;
    const { tenantId } = claimed.run;
    const stored = await connections.find(tenantId);
    const credentials = await openCredentials(secrets, tenantId, stored);
    refuseRepetition(claimed.run, stored);
    await new CallMeter(this.#ports, tenantId).measure(async (onCall) => {
      const refresh = { claimed, stored, credentials, options: { signal, onCall } };
      try {
        await this.#refresh(refresh);
      } catch (error) {
        await this.#noteRefusal(refresh, error);
        throw error;
      }
    });
  }

  async #refresh(refresh: Refresh): Promise<void> {
    const { contactBook } = this.#ports;
    const { claimed, stored } = refresh;
    const { tenantId } = claimed.run;
    const base = await incrementalBase(contactBook, { tenantId, mode: claimed.mode }, stored);
    if (base !== null && (await this.#bringInChanges(refresh, base))) return;
    const key = { tenantId, databaseId: await this.#check(refresh) };
    await this.#bringIn(refresh, { key, state: await contactBook.state(key), watermarks: null });
  }

  /** A right that has gone since the last check is found by a look at the rights. */
  async #bringInChanges(refresh: Refresh, base: List): Promise<boolean> {
    try {
      return await this.#bringIn(refresh, base);
    } catch (error) {
      if (isPluginError(error) && error.code === 'source_forbidden') await this.#check(refresh);
      throw error;
    }
  }

  /** Makes the list what Autotask shows, unless the brake holds the run; false when the list is another database's. */
  async #bringIn(refresh: Refresh, list: List): Promise<boolean> {
    const { contactBook, connections, runs, rederiveStatuses, brakes } = this.#ports;
    const { claimed } = refresh;
    const { key, state } = list;
    const isWhole = list.watermarks === null;
    const generation = await contactBook.begin(key, isWhole ? 'whole' : 'changes');
    const read = await this.#read(refresh, list, generation);
    if (read === null) return false;
    if (!claimed.isReleased && isListTooShort(state.contacts, read.contacts, brakes)) {
      await generation.discard();
      await this.#hold(refresh, { before: state.contacts, after: read.contacts, isChecked: isWhole });
      return true;
    }
    const touched = await generation.commit(read.note);
    await derived(() => (touched === null ? rederiveStatuses.ofAll(key) : rederiveStatuses.ofContacts(key, touched)));
    const found =
      read.contacts > 0 ? {} : { problem: nothingThere((await connections.find(key.tenantId))?.connection) };
    await runs.finish(claimed, { state: 'done', ...found });
    if (touched !== null) await this.#deriveRest(claimed, key);
    return true;
  }

  /** Fills the generation; when that fails or comes to nothing, it is forgotten. */
  async #read(
    { claimed, credentials, options }: Refresh,
    { key, state, watermarks }: List,
    generation: BookGeneration,
  ): Promise<{ readonly note: ReadingNote; readonly contacts: number } | null> {
    const { runs, clock } = this.#ports;
    const progress = new RefreshProgress(clock, (numbers) => runs.progress(claimed, numbers));
    const kit = { ...this.#ports, key, state, generation, credentials, options, progress };
    let note: ReadingNote | null = null;
    try {
      note = await (watermarks === null ? readWhole(kit) : readChanges(kit, watermarks));
      if (note === null) return null;
      const { contacts } = await generation.counts();
      await progress.end(contacts);
      options.signal.throwIfAborted();
      return { note, contacts };
    } catch (error) {
      note = null;
      throw error;
    } finally {
      if (note === null) await generation.discard();
    }
  }

  /** A console need not say which users have changed; nobody has to wait until all contacts were looked at. */
  async #deriveRest({ run }: ClaimedRun, key: BookKey): Promise<void> {
    const { rederiveStatuses, log } = this.#ports;
    try {
      await rederiveStatuses.ofAll(key);
    } catch (error) {
      // The refresh is done; what was not derived is derived by the next one, or when it is looked at.
      log.warn({ runId: run.id, tenantId: key.tenantId, err: loggedError(error) }, 'not all statuses could be derived');
    }
  }

  /** What it probably means is only known after a look at the API user's rights. */
  async #hold(
    refresh: Refresh,
    { before, after, isChecked }: { readonly before: number; readonly after: number; readonly isChecked: boolean },
  ): Promise<void> {
    const { runs, connections } = this.#ports;
    if (!isChecked) await this.#check(refresh);
    const stored = await connections.find(refresh.claimed.run.tenantId);
    await runs.hold(refresh.claimed, tooShort(before, after, stored?.connection));
  }

  async #check({ claimed, stored, credentials, options }: Refresh): Promise<DatabaseId> {
    const { source, connections, clock } = this.#ports;
    const check = await source.check(credentials, options);
    const connection = checkedConnection(credentials, check, { known: stored?.connection, at: clock.now() });
    await connections.note(claimed.run.tenantId, { connection, sealedCredentials: stored?.sealedCredentials ?? null });
    if (connection.state === 'connected') return check.databaseId;
    throw new SourceForbidden(connection.problem?.text ?? 'The API user may not see contacts and accounts.');
  }

  /** The credentials may be refused at any call, so that what a check found out before no longer holds. */
  async #noteRefusal({ claimed, stored, credentials }: Refresh, error: unknown): Promise<void> {
    if (!isPluginError(error) || error.code !== 'source_unauthorized') return;
    const { connections, clock } = this.#ports;
    const { tenantId } = claimed.run;
    const databaseId = (await connections.find(tenantId))?.connection.databaseId ?? null;
    const connection = failedConnection(credentials, error, { databaseId, at: clock.now() });
    await connections.note(tenantId, { connection, sealedCredentials: stored?.sealedCredentials ?? null });
  }
}

/**
 * A run that is taken up again must not try credentials that were refused since it was asked for: every refusal
 * brings the API user nearer to being locked (autotask-api.md §2.3, documented).
 */
function refuseRepetition({ createdAt }: Run, stored: StoredConnection | null): void {
  const { state, checkedAt, problem } = stored?.connection ?? {};
  if (state !== 'failing' || problem?.code !== 'source_unauthorized') return;
  if (checkedAt && checkedAt >= createdAt) throw new SourceUnauthorized(problem.text, { remedy: problem.remedy });
}

/** The list is the new one by then, so the refresh has not failed; its rows are derived at the next look. */
async function derived(derive: () => Promise<void>): Promise<void> {
  try {
    await derive();
  } catch (error) {
    if (!isPluginError(error) || error.code !== 'console_unavailable') throw error;
  }
}

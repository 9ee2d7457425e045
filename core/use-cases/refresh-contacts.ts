import type { Credentials } from '../domain/connection.ts';
import type { TenantId } from '../domain/ids.ts';
import type { Run } from '../domain/run.ts';
import type { BookKey } from '../domain/scope.ts';
import type { CancelSignal } from '../ports/cancel-signal.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConnectionStore, StoredConnection } from '../ports/connection-store.ts';
import type { BookGeneration, ContactBook } from '../ports/contact-book.ts';
import type { ContactSource, SourceCheck, SourceCounts } from '../ports/contact-source.ts';
import { isPluginError, SourceForbidden, SourceIncomplete, SourceUnauthorized } from '../ports/errors.ts';
import type { ClaimedRun, RunStore } from '../ports/run-store.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import { checkedConnection, failedConnection } from './connection-check.ts';
import type { RederiveStatuses } from './rederive-statuses.ts';
import { RefreshProgress } from './refresh-progress.ts';
import { openCredentials } from './stored-credentials.ts';

interface RefreshPorts {
  readonly source: ContactSource;
  readonly connections: ConnectionStore;
  readonly secrets: SecretBox;
  readonly contactBook: ContactBook;
  readonly runs: RunStore;
  readonly clock: Clock;
  readonly rederiveStatuses: RederiveStatuses;
}

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
    const { connections, secrets, contactBook, runs, rederiveStatuses } = this.#ports;
    const { tenantId } = claimed.run;
    const stored = await connections.find(tenantId);
    const credentials = await openCredentials(secrets, tenantId, stored);
    refuseRepetition(claimed.run, stored);
    let key: BookKey;
    try {
      const { databaseId } = await this.#check(tenantId, stored, credentials, signal);
      key = { tenantId, databaseId };
      await this.#read(key, claimed, credentials, signal);
    } catch (error) {
      await this.#noteRefusal(tenantId, stored, credentials, error);
      throw error;
    }
    try {
      await rederiveStatuses.run(key);
      await contactBook.dropGone(key);
    } catch (error) {
      // The list is the new one by now, so the refresh has not failed; its rows are derived at the next look.
      if (!isPluginError(error) || error.code !== 'console_unavailable') throw error;
    }
    await runs.finish(claimed, { state: 'done' });
  }

  async #check(
    tenantId: TenantId,
    stored: StoredConnection | null,
    credentials: Credentials,
    signal: CancelSignal,
  ): Promise<SourceCheck> {
    const { source, connections, clock } = this.#ports;
    const check = await source.check(credentials, signal);
    const connection = checkedConnection(credentials, check, clock.now());
    await connections.note(tenantId, { connection, sealedCredentials: stored?.sealedCredentials ?? null });
    if (connection.state === 'connected') return check;
    throw new SourceForbidden(connection.problem?.text ?? 'The API user may not see contacts and accounts.');
  }

  /** The credentials may be refused at any call, so that what a check found out before no longer holds. */
  async #noteRefusal(
    tenantId: TenantId,
    stored: StoredConnection | null,
    credentials: Credentials,
    error: unknown,
  ): Promise<void> {
    if (!isPluginError(error) || error.code !== 'source_unauthorized') return;
    const { connections, clock } = this.#ports;
    const databaseId = (await connections.find(tenantId))?.connection.databaseId ?? null;
    const connection = failedConnection(credentials, error, { databaseId, at: clock.now() });
    await connections.note(tenantId, { connection, sealedCredentials: stored?.sealedCredentials ?? null });
  }

  async #read(key: BookKey, claimed: ClaimedRun, credentials: Credentials, signal: CancelSignal): Promise<void> {
    const generation = await this.#ports.contactBook.begin(key, claimed.run.id);
    try {
      await this.#fill(generation, claimed, credentials, signal);
      signal.throwIfAborted();
      await generation.commit();
    } catch (error) {
      await generation.discard();
      throw error;
    }
  }

  /** Reads contacts and accounts side by side; when one stops, the other stops at its next page. */
  async #fill(
    generation: BookGeneration,
    claimed: ClaimedRun,
    credentials: Credentials,
    signal: CancelSignal,
  ): Promise<void> {
    const { source, runs, clock } = this.#ports;
    let isStopped = false;
    const progress = new RefreshProgress(clock, (state) => runs.progress(claimed, state));
    const before = source.counts(credentials, signal).then(async (counts) => {
      await progress.expect(counts.contacts);
      return counts;
    });
    const pull = async <Row>(pages: AsyncIterable<readonly Row[]>, add: (rows: readonly Row[]) => Promise<void>) => {
      try {
        for await (const rows of pages) {
          if (isStopped) return;
          await add(rows);
        }
      } catch (error) {
        isStopped = true;
        throw error;
      }
    };
    await allOrFirstError([
      before,
      pull(source.contacts(credentials, signal), async (rows) => {
        await generation.addContacts(rows);
        await progress.add(rows.length);
      }),
      pull(source.accounts(credentials, signal), (rows) => generation.addAccounts(rows)),
    ]);
    await progress.end();
    const received = await generation.counts();
    const missing = missingFrom(await before, received);
    // Rows may have gone while they were read, so only a count that is still higher is proof.
    if (missing && missingFrom(await source.counts(credentials, signal), received)) throw new SourceIncomplete(missing);
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

/** Waits until all have ended, so that nothing goes on behind a failure, then throws the first error. */
async function allOrFirstError(promises: readonly Promise<unknown>[]): Promise<void> {
  const results = await Promise.allSettled(promises);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

/** Says what is missing of what was counted; null when nothing is. */
function missingFrom(counted: SourceCounts, received: SourceCounts): string | null {
  const entity = (['contacts', 'accounts'] as const).find((name) => received[name] < counted[name]);
  return entity === undefined
    ? null
    : `Autotask counts ${counted[entity]} ${entity} but sent ${received[entity]}. The list was left as it was.`;
}

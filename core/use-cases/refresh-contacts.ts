import type { Credentials } from '../domain/connection.ts';
import type { CancelSignal } from '../ports/cancel-signal.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConnectionStore, StoredConnection } from '../ports/connection-store.ts';
import type { BookGeneration, ContactBook } from '../ports/contact-book.ts';
import type { ContactSource, SourceCheck, SourceCounts } from '../ports/contact-source.ts';
import { isPluginError, SourceForbidden, SourceIncomplete } from '../ports/errors.ts';
import type { ClaimedRun, RunStore } from '../ports/run-store.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import { checkedConnection, failedConnection } from './connection-check.ts';
import type { RederiveStatuses } from './rederive-statuses.ts';
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
    const { contactBook, runs, rederiveStatuses } = this.#ports;
    const { tenantId } = claimed.run;
    const { credentials, check } = await this.#connect(claimed, signal);
    const key = { tenantId, databaseId: check.databaseId };
    const generation = await contactBook.begin(key, claimed.run.id);
    try {
      await this.#fill(generation, claimed, credentials, signal);
      signal.throwIfAborted();
      await generation.commit();
    } catch (error) {
      await generation.discard();
      throw error;
    }
    await rederiveStatuses.run(key);
    await contactBook.dropGone(key);
    await runs.finish(claimed, { state: 'done' });
  }

  async #connect(
    { run: { tenantId } }: ClaimedRun,
    signal: CancelSignal,
  ): Promise<{ credentials: Credentials; check: SourceCheck }> {
    const { source, connections, secrets, clock } = this.#ports;
    const stored = await connections.find(tenantId);
    const credentials = await openCredentials(secrets, tenantId, stored);
    const note = (connection: StoredConnection['connection']) =>
      connections.note(tenantId, { connection, sealedCredentials: stored?.sealedCredentials ?? null });
    try {
      const check = await source.check(credentials, signal);
      const connection = checkedConnection(credentials, check, clock.now());
      await note(connection);
      if (connection.state === 'connected') return { credentials, check };
      throw new SourceForbidden(connection.problem?.text ?? 'The API user may not see contacts and accounts.');
    } catch (error) {
      if (isPluginError(error) && error.code === 'source_unauthorized') {
        await note(
          failedConnection(credentials, error, {
            databaseId: stored?.connection.databaseId ?? null,
            at: clock.now(),
          }),
        );
      }
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
    const { source, runs } = this.#ports;
    let isStopped = false;
    let done = 0;
    let total = 0;
    const before = source.counts(credentials, signal).then(async (counts) => {
      total = counts.contacts;
      await runs.progress(claimed, { total, done });
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
        done += rows.length;
        await runs.progress(claimed, { total: Math.max(total, done), done });
      }),
      pull(source.accounts(credentials, signal), (rows) => generation.addAccounts(rows)),
    ]);
    refuseMissing(await before, await source.counts(credentials, signal), await generation.counts());
  }
}

/** Waits until all have ended, so that nothing goes on behind a failure, then throws the first error. */
async function allOrFirstError(promises: readonly Promise<unknown>[]): Promise<void> {
  const results = await Promise.allSettled(promises);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

/** Rows may come and go while they are read, so only fewer than either count is proof that some are missing. */
function refuseMissing(before: SourceCounts, after: SourceCounts, received: SourceCounts): void {
  for (const entity of ['contacts', 'accounts'] as const) {
    const atLeast = Math.min(before[entity], after[entity]);
    if (received[entity] >= atLeast) continue;
    throw new SourceIncomplete(
      `Autotask counts ${atLeast} ${entity} but sent ${received[entity]}. The list was left as it was.`,
    );
  }
}

import type { PlannedImport } from '../domain/import-plan.ts';
import { resumePlan } from '../domain/resume-plan.ts';
import type { BookKey } from '../domain/scope.ts';
import type { CancelSignal } from '../ports/cancel-signal.ts';
import type { Clock } from '../ports/clock.ts';
import type { PluginError } from '../ports/errors.ts';
import type { ClaimedRun, ItemIntent, OpenItem, RunStore } from '../ports/run-store.ts';
import type { SaveResult, SaveUser } from '../ports/user-repository.ts';
import { type DerivingPorts, deriveEntries, loadCatalog, usersOf, withGroupEntries } from './derive-rows.ts';
import type { RederiveStatuses } from './rederive-statuses.ts';
import { settle, settleBegun } from './settle-import.ts';
import { type ClaimedImport, catalogIfAvailable, readBackUsers, recordSettled, userOf } from './settled-items.ts';

interface ImportPorts extends DerivingPorts {
  readonly runs: RunStore;
  readonly clock: Clock;
  readonly rederiveStatuses: RederiveStatuses;
}

/** An item and what is to be done for it now. */
interface PlannedItem {
  readonly item: OpenItem;
  readonly plan: PlannedImport;
}

/** How many items are looked up and planned together; what has nothing to be saved ends with that. */
const BATCH_SIZE = 2000;

/**
 * Carries out an import: per batch look up and plan; per chunk save, read back, record.
 *
 * Items that have no outcome, for whatever reason, come up again and are looked up before anything is done for
 * them, so that a repetition never makes a second user.
 */
export class ImportContacts {
  readonly #ports: ImportPorts;

  constructor(ports: ImportPorts) {
    this.#ports = ports;
  }

  async run(claimed: ClaimedRun, signal: CancelSignal): Promise<void> {
    const { runs, rederiveStatuses } = this.#ports;
    const key = keyOf(claimed);
    let batch = runs.openItems(claimed, BATCH_SIZE);
    let away: PluginError | null = null;
    try {
      for (let items = await batch; items.length > 0; items = await batch) {
        signal.throwIfAborted();
        const catalog = await loadCatalog(this.#ports, key.tenantId);
        const looking = this.#lookUp(key, items);
        // Behind the look-up, so that the database reads the next items while these are planned.
        batch = runs.openItems(claimed, BATCH_SIZE, items.at(-1)?.position);
        batch.catch(() => undefined); // Met when the batch is waited for.
        away = await this.#importBatch({ claimed, key, catalog }, items, await looking, signal);
      }
    } finally {
      await Promise.allSettled([batch]);
    }
    signal.throwIfAborted();
    // Whoever worked on it before may have ended between an outcome and the statuses that follow from it.
    if (claimed.run.done > 0) await rederiveStatuses.ofAll(key);
    // The rows say only that Managed Backup was away; the run says why.
    if (away !== null) throw away;
    await runs.finish(claimed, { state: 'done' });
  }

  /** Finds out what came of what was begun, before the run ends without it; it ends also while nobody can be asked. */
  async settleBegun(claimed: ClaimedRun): Promise<void> {
    if (claimed.databaseId === null) return;
    const key = keyOf(claimed);
    for (;;) {
      const open = await this.#ports.runs.openItems(claimed, BATCH_SIZE);
      const items = open.filter(({ intent }) => intent !== null);
      if (items.length === 0) return;
      const catalog = await catalogIfAvailable(this.#ports, key.tenantId);
      const { readBack } = await readBackUsers(
        this.#ports,
        key,
        items.map(({ entry }) => entry),
      );
      const at = this.#now();
      const settled = items.map((item) => settleBegun(item, readBack(item.entry), at));
      await recordSettled(this.#ports, { claimed, key, catalog }, settled);
    }
  }

  #lookUp(key: BookKey, items: readonly OpenItem[]): ReturnType<typeof usersOf> {
    const entries = items.map(({ entry }) => entry);
    return usersOf(this.#ports, key, entries, { notBefore: this.#ports.clock.now() });
  }

  /** Answers why Managed Backup was away in the end; null when it was not. */
  async #importBatch(
    run: ClaimedImport,
    items: readonly OpenItem[],
    users: Awaited<ReturnType<typeof usersOf>>,
    signal: CancelSignal,
  ): Promise<PluginError | null> {
    const planned = await this.#plan(run, items, users);
    const at = this.#now();
    const readBack = userOf(users);
    // Where nothing is asked for, the users have been read just now.
    const untouched = planned.filter(({ plan }) => !writes(plan));
    const ended = untouched.map(({ item, plan }) =>
      settle({ item, plan, result: null, readBack: readBack(item.entry) }, at),
    );
    if (ended.length > 0) await recordSettled(this.#ports, run, ended);
    const touched = planned.filter(({ plan }) => writes(plan));
    const { savedAtOnce } = this.#ports.users;
    let away: PluginError | null = null;
    for (let start = 0; start < touched.length; start += savedAtOnce) {
      signal.throwIfAborted();
      away = await this.#importChunk(run, touched.slice(start, start + savedAtOnce));
    }
    return away;
  }

  async #importChunk(run: ClaimedImport, planned: readonly PlannedItem[]): Promise<PluginError | null> {
    const results = await this.#save(run, planned);
    const entries = planned.map(({ item }) => item.entry);
    const { readBack, away } = await readBackUsers(this.#ports, run.key, entries);
    const at = this.#now();
    const settled = planned.map(({ item, plan }, index) =>
      settle({ item, plan, result: results[index] ?? null, readBack: readBack(item.entry) }, at),
    );
    await recordSettled(this.#ports, run, settled);
    return away;
  }

  async #plan(
    { claimed, key, catalog }: ClaimedImport,
    items: readonly OpenItem[],
    users: Awaited<ReturnType<typeof usersOf>>,
  ): Promise<readonly PlannedItem[]> {
    const [alone, others] = [items.filter(hasOwnEmail), items.filter((item) => !hasOwnEmail(item))];
    const shared = await withGroupEntries(
      this.#ports,
      key,
      others.map(({ entry }) => entry),
    );
    const derivations = deriveEntries([...shared, ...alone.map(({ entry }) => entry)], users, catalog);
    return items.map((item) => {
      const derivation = derivations.get(item.entry.contact.id);
      if (derivation === undefined) throw new Error('Every item is derived with its own group');
      const context = { catalog, accounts: claimed.run.accounts, rivals: item.rivals };
      return { item, plan: resumePlan(derivation, context, item) };
    });
  }

  /** The results stand at the places of their plans. */
  async #save({ claimed }: ClaimedImport, planned: readonly PlannedItem[]): Promise<readonly SaveResult[]> {
    const { runs, users } = this.#ports;
    await runs.recordIntents(claimed, planned.flatMap(intentOf));
    const commands = planned.flatMap(({ plan }) => commandOf(plan) ?? []);
    const { sendInstructions } = claimed;
    return users.saveMany(claimed.run.tenantId, commands, { sendInstructions });
  }

  #now(): string {
    return this.#ports.clock.now().toISOString();
  }
}

function keyOf({ run, databaseId }: ClaimedRun): BookKey {
  if (databaseId === null) throw new Error('An import is for the contacts of a database');
  return { tenantId: run.tenantId, databaseId };
}

function hasOwnEmail({ revision }: OpenItem): boolean {
  return revision !== null;
}

function writes({ effect }: PlannedImport): boolean {
  return effect === 'create' || effect === 'update';
}

function commandOf(plan: PlannedImport): SaveUser | null {
  if (plan.effect === 'create') return { kind: 'create', target: plan.target };
  return plan.effect === 'update' ? { kind: 'update', expected: plan.user, target: plan.target } : null;
}

function intentOf({ item, plan }: PlannedItem): readonly ItemIntent[] {
  const { effect } = plan;
  return effect === 'create' || effect === 'update' ? [{ contactId: item.entry.contact.id, intent: effect }] : [];
}

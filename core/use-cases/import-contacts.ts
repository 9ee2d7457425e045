import type { Catalog } from '../domain/catalog.ts';
import type { PlannedImport } from '../domain/import-plan.ts';
import { resumePlan } from '../domain/resume-plan.ts';
import type { BookKey } from '../domain/scope.ts';
import type { CancelSignal } from '../ports/cancel-signal.ts';
import type { Clock } from '../ports/clock.ts';
import type { ClaimedRun, ItemIntent, OpenItem, RunStore } from '../ports/run-store.ts';
import type { SaveResult, SaveUser } from '../ports/user-repository.ts';
import { type DerivingPorts, deriveEntries, loadCatalog, usersOf, withGroupEntries } from './derive-rows.ts';
import type { RederiveStatuses } from './rederive-statuses.ts';
import { type ReadBack, settle, settleBegun } from './settle-import.ts';
import { deriveSettled, readBackUsers, recordSettled } from './settled-items.ts';

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

const CHUNK_SIZE = 500; // One transaction's worth for the stand-in console's users.

/**
 * Carries out an import: per chunk look up, plan, save, read back, record.
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
    const { databaseId, run } = claimed;
    if (databaseId === null) throw new Error('An import is for the contacts of a database');
    const key = { tenantId: run.tenantId, databaseId };
    for (;;) {
      signal.throwIfAborted();
      const items = await runs.openItems(claimed, CHUNK_SIZE);
      if (items.length === 0) break;
      await this.#importChunk(claimed, key, items);
    }
    // Whoever worked on it before may have ended between an outcome and the statuses that follow from it.
    if (run.done > 0) await rederiveStatuses.ofAll(key);
    await runs.finish(claimed, { state: 'done' });
  }

  /** Finds out what came of what was begun, before the run ends without it. */
  async settleBegun(claimed: ClaimedRun): Promise<void> {
    const { runs, clock } = this.#ports;
    const { databaseId, run } = claimed;
    if (databaseId === null) return;
    const key = { tenantId: run.tenantId, databaseId };
    for (;;) {
      const items = (await runs.openItems(claimed, CHUNK_SIZE)).filter(({ intent }) => intent !== null);
      if (items.length === 0) return;
      const entries = items.map(({ entry }) => entry);
      const readBack = await readBackUsers(this.#ports, key, entries);
      const at = clock.now().toISOString();
      const settled = items.map((item) => settleBegun(item, readBack(item.entry), at));
      await recordSettled(this.#ports, claimed, settled);
    }
  }

  async #importChunk(claimed: ClaimedRun, key: BookKey, items: readonly OpenItem[]): Promise<void> {
    const { clock } = this.#ports;
    const catalog = await loadCatalog(this.#ports, key.tenantId);
    const plans = await this.#plan(claimed, key, items, catalog);
    const results = await this.#save(claimed, plans);
    const readBack = await this.#readBack(key, plans);
    const at = clock.now().toISOString();
    const settled = plans.map(({ item, plan }, index) =>
      settle(
        {
          plan,
          intent: item.intent,
          result: results[index] ?? null,
          readBack: readBack(plan),
        },
        at,
      ),
    );
    await recordSettled(this.#ports, claimed, settled);
    await deriveSettled(this.#ports, key, settled, catalog);
  }

  /** Where nothing was asked for, the users were read for the plans just now. */
  async #readBack(key: BookKey, plans: readonly PlannedItem[]): Promise<(plan: PlannedImport) => ReadBack> {
    if (plans.every(({ plan }) => plan.effect === 'unchanged')) return (plan) => ('user' in plan ? plan.user : null);
    const entries = plans.map(({ plan }) => plan.entry);
    const readBack = await readBackUsers(this.#ports, key, entries);
    return ({ entry }) => readBack(entry);
  }

  async #plan(
    claimed: ClaimedRun,
    key: BookKey,
    items: readonly OpenItem[],
    catalog: Catalog,
  ): Promise<readonly PlannedItem[]> {
    const entries = await withGroupEntries(
      this.#ports,
      key,
      items.map(({ entry }) => entry),
    );
    const derivations = deriveEntries(entries, await usersOf(this.#ports, key, entries), catalog);
    return items.map((item) => {
      const derivation = derivations.get(item.entry.contact.id);
      if (derivation === undefined) throw new Error('Every item is derived with its own group');
      const context = { catalog, accounts: claimed.run.accounts, rivals: item.rivals };
      return { item, plan: resumePlan(derivation, context, item) };
    });
  }

  /** The results stand at the places of their plans; a plan that writes nothing has none. */
  async #save(claimed: ClaimedRun, planned: readonly PlannedItem[]): Promise<readonly (SaveResult | null)[]> {
    const { runs, users } = this.#ports;
    const commands = planned.map(({ plan }) => commandOf(plan));
    const wanted = commands.filter((command) => command !== null);
    if (wanted.length === 0) return commands.map(() => null);
    await runs.recordIntents(claimed, planned.flatMap(intentOf));
    const { sendInstructions } = claimed;
    const saved = (await users.saveMany(claimed.run.tenantId, wanted, { sendInstructions })).values();
    return commands.map((command) => (command === null ? null : (saved.next().value ?? null)));
  }
}

function commandOf(plan: PlannedImport): SaveUser | null {
  if (plan.effect === 'create') return { kind: 'create', target: plan.target };
  return plan.effect === 'update' ? { kind: 'update', expected: plan.user, target: plan.target } : null;
}

function intentOf({ item, plan }: PlannedItem): readonly ItemIntent[] {
  const { effect } = plan;
  return effect === 'create' || effect === 'update' ? [{ contactId: item.entry.contact.id, intent: effect }] : [];
}

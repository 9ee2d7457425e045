import type { Catalog } from '../domain/catalog.ts';
import { emailKey } from '../domain/email.ts';
import { type PlannedImport, planImport } from '../domain/import-plan.ts';
import type { BookKey } from '../domain/scope.ts';
import type { CancelSignal } from '../ports/cancel-signal.ts';
import type { Clock } from '../ports/clock.ts';
import type { ClaimedRun, OpenItem, RunStore } from '../ports/run-store.ts';
import type { SaveResult, SaveUser } from '../ports/user-repository.ts';
import {
  type DerivingPorts,
  deriveEntries,
  deriveRows,
  loadCatalog,
  usersOf,
  withCompleteGroups,
  withGroupEntries,
} from './derive-rows.ts';
import { type Settled, settle } from './settle-import.ts';

interface ImportPorts extends DerivingPorts {
  readonly runs: RunStore;
  readonly clock: Clock;
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
    const { runs } = this.#ports;
    const { databaseId } = claimed;
    if (databaseId === null) throw new Error('An import is for the contacts of a database');
    const key = { tenantId: claimed.run.tenantId, databaseId };
    for (;;) {
      signal.throwIfAborted();
      const items = await runs.openItems(claimed, CHUNK_SIZE);
      if (items.length === 0) break;
      await this.#importChunk(claimed, key, items);
    }
    await runs.finish(claimed, { state: 'done' });
  }

  async #importChunk(claimed: ClaimedRun, key: BookKey, items: readonly OpenItem[]): Promise<void> {
    const catalog = await loadCatalog(this.#ports, key.tenantId);
    const plans = await this.#plan(claimed, key, items, catalog);
    const results = await this.#save(claimed, plans);
    const readBack = await usersOf(
      this.#ports,
      key,
      plans.map(({ entry }) => entry),
    );
    const at = this.#ports.clock.now().toISOString();
    const settled = plans.map((plan, index) =>
      settle(plan, results[index] ?? null, readBack.get(emailKey(plan.entry.contact.email)) ?? null, at),
    );
    await this.#record(claimed, key, settled, catalog);
  }

  async #plan(
    claimed: ClaimedRun,
    key: BookKey,
    items: readonly OpenItem[],
    catalog: Catalog,
  ): Promise<readonly PlannedImport[]> {
    const entries = await withGroupEntries(
      this.#ports,
      key,
      items.map(({ entry }) => entry),
    );
    const derivations = deriveEntries(entries, await usersOf(this.#ports, key, entries), catalog);
    return items.map(({ entry, rivals }) => {
      const derivation = derivations.get(entry.contact.id);
      if (derivation === undefined) throw new Error('Every item is derived with its own group');
      return planImport(derivation, { catalog, accounts: claimed.run.accounts, rivals });
    });
  }

  /** The results stand at the places of their plans; a plan that writes nothing has none. */
  async #save(claimed: ClaimedRun, plans: readonly PlannedImport[]): Promise<readonly (SaveResult | null)[]> {
    const commands = plans.map(commandOf);
    const wanted = commands.filter((command) => command !== null);
    const { sendInstructions } = claimed;
    const saved =
      wanted.length === 0 ? [] : await this.#ports.users.saveMany(claimed.run.tenantId, wanted, { sendInstructions });
    const next = saved.values();
    return commands.map((command) => (command === null ? null : (next.next().value ?? null)));
  }

  async #record(claimed: ClaimedRun, key: BookKey, settled: readonly Settled[], catalog: Catalog): Promise<void> {
    const { contactBook, runs } = this.#ports;
    await contactBook.recordImports(
      key,
      settled.map(({ record }) => record),
    );
    const attempted = await contactBook.withIds(
      key,
      settled.map(({ record }) => record.contactId),
    );
    const rows = await withCompleteGroups(this.#ports, key, attempted);
    await deriveRows(this.#ports, key, rows, catalog);
    await runs.recordOutcomes(
      claimed,
      settled.map(({ outcome }) => outcome),
    );
  }
}

function commandOf(plan: PlannedImport): SaveUser | null {
  if (plan.effect === 'create') return { kind: 'create', target: plan.target };
  return plan.effect === 'update' ? { kind: 'update', expected: plan.user, target: plan.target } : null;
}

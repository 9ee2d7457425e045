import { type ContactId, contactId } from '../../core/domain/ids.ts';
import { ENDED_STATES, type Run, type RunState } from '../../core/domain/run.ts';
import type { BookScope } from '../../core/domain/scope.ts';
import type { Selection } from '../../core/domain/selection.ts';
import { isPluginError } from '../../core/ports/errors.ts';
import type { ImportNode } from './import-node.ts';
import type { ImportProvider } from './import-provider.ts';
import type { ImportWorld } from './import-world.ts';

type Order = Parameters<ImportNode['useCases']['startImport']['run']>[1];

const TIMEOUT_MS = 20_000;
const LONGEST_LOOK_MS = 3_000;
const ATTEMPTS = 5;
const REFUSALS: readonly string[] = ['plan_changed', 'nothing_to_retry'];

/** What people ask the plugin for, of nodes that may fail them; they repeat what was not answered. */
export class ImportRequests {
  readonly #world: ImportWorld;
  #requests = 0;

  constructor(world: ImportWorld) {
    this.#world = world;
  }

  /** An import, perhaps confirmed after a look at its preview. */
  async import(provider: ImportProvider): Promise<void> {
    const { draws } = this.#world;
    const selection: Selection = draws.chance(0.5) ? { filter: {}, except: [] } : this.someContacts(provider);
    const order = { ...this.#request(), selection, sendInstructions: false };
    const scope = draws.chance(0.2) ? { ...provider.scope, accounts: ['Account 100', 'Account 200'] } : provider.scope;
    if (draws.chance(0.5)) return this.#ask((node) => node.useCases.startImport.run(scope, order, 'unseen'));
    return this.#confirmed(scope, order);
  }

  /** What has failed of some import, once more. */
  async retry(provider: ImportProvider): Promise<void> {
    const run = await this.#someRun(provider, (state) => ENDED_STATES.includes(state));
    if (run === undefined) return;
    const request = this.#request();
    return this.#ask((node) => node.useCases.retryFailed.run(provider.scope, run.id, request));
  }

  async cancel(provider: ImportProvider): Promise<void> {
    const run = await this.#someRun(provider, (state) => !ENDED_STATES.includes(state));
    if (run !== undefined) await this.#world.office.cancelRun.run(provider.scope, run.id, 'Grace');
  }

  /** Whatever is held goes on, or is dropped. */
  async decide(provider: ImportProvider): Promise<void> {
    const { draws, office, met } = this.#world;
    for (const { id } of await this.#runs(provider, (state) => state === 'held')) {
      met.note('held');
      await (draws.chance(0.7) ? office.releaseRun : office.cancelRun).run(provider.scope, id, 'Grace');
    }
  }

  someContacts({ contacts }: ImportProvider): { readonly ids: readonly ContactId[] } {
    return { ids: [...contacts.keys()].filter(() => this.#world.draws.chance(0.5)).map(contactId) };
  }

  async #confirmed(scope: BookScope, order: Order): Promise<void> {
    const { draws, history, runs, office, schedule } = this.#world;
    const { fingerprint } = await office.previewImport.run(scope, order.selection);
    runs.previewed.set(order.fingerprint, {
      moment: history.moment,
      entries: await runs.selected(scope, order.selection),
    });
    await new Promise<void>((resolve) => schedule.plan(draws.below(LONGEST_LOOK_MS), resolve, { isCall: true }));
    return this.#ask((node) => node.useCases.startImport.run(scope, order, { fingerprint }));
  }

  #request() {
    this.#requests += 1;
    const name = `request-${this.#requests}`;
    return { requestedBy: 'Grace', idempotencyKey: name, fingerprint: name };
  }

  /** Asks some node, and another one again as long as there is no answer that means anything. */
  async #ask(ask: (node: ImportNode) => Promise<Run>): Promise<void> {
    const { met } = this.#world;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      try {
        if ((await this.#answer(ask)) !== null) return;
      } catch (error) {
        const code = isPluginError(error) ? error.code : 'internal';
        met.note(code);
        if (REFUSALS.includes(code)) return;
        if (code !== 'console_unavailable') throw error;
      }
    }
  }

  /** Null when none came in time. */
  #answer(ask: (node: ImportNode) => Promise<Run>): Promise<Run | null> {
    const node = this.#world.someNode();
    const patience = new Promise<null>((resolve) => {
      this.#world.schedule.plan(TIMEOUT_MS, () => resolve(null), { isCall: true });
    });
    return node === null ? patience : Promise.race([ask(node), patience]);
  }

  async #someRun(provider: ImportProvider, test: (state: RunState) => boolean): Promise<Run | undefined> {
    const runs = await this.#runs(provider, test);
    return runs.length === 0 ? undefined : this.#world.draws.oneOf(runs);
  }

  async #runs({ key }: ImportProvider, test: (state: RunState) => boolean): Promise<readonly Run[]> {
    return (await this.#world.runs.recent(key.tenantId, 100)).filter(({ state }) => test(state));
  }
}

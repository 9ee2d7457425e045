import { emailKey } from '../../core/domain/email.ts';
import type { ContactId } from '../../core/domain/ids.ts';
import { contactId } from '../../core/domain/ids.ts';
import type { ManagedUser } from '../../core/domain/managed-user.ts';
import { ENDED_STATES, type Run, type RunState } from '../../core/domain/run.ts';
import type { BookScope } from '../../core/domain/scope.ts';
import type { Selection } from '../../core/domain/selection.ts';
import { isPluginError } from '../../core/ports/errors.ts';
import type { Confirmation } from '../../core/use-cases/start-import.ts';
import type { ImportNode } from './import-node.ts';
import type { ImportProvider } from './import-provider.ts';
import type { ImportWorld } from './import-world.ts';

const STORY_MS = 40_000;
const TIMEOUT_MS = 20_000;
const ATTEMPTS = 5;
const ACTIONS = [
  'edit',
  'edit',
  'edit',
  'rename',
  'delete',
  'create',
  'create',
  'assign',
  'refresh',
  'refresh',
  'cancel',
  'stop',
] as const;

/** What people do meanwhile: on the Users page, in Autotask, on the plugin's page, and to the machines. */
export class ImportPeople {
  readonly #world: ImportWorld;
  #requests = 0;

  constructor(world: ImportWorld) {
    this.#world = world;
  }

  /** Plans the story: imports, and whatever gets in their way. */
  plan(): void {
    const { draws } = this.#world;
    for (let imports = 1 + draws.below(3); imports > 0; imports -= 1) {
      this.#planOne((provider) => this.#import(provider));
    }
    for (let acts = draws.below(14); acts > 0; acts -= 1) {
      const action = draws.oneOf(ACTIONS);
      this.#planOne((provider) => this.#act(action, provider));
    }
    for (let retries = draws.below(3); retries > 0; retries -= 1) this.#planOne((provider) => this.#retry(provider));
    this.#decideLater();
    this.#later(STORY_MS + TIMEOUT_MS, async () => this.#world.weather.clear());
  }

  #planOne(action: (provider: ImportProvider) => Promise<void>): void {
    const { draws, providers } = this.#world;
    const provider = draws.oneOf([...providers, providers[0]!]);
    this.#later(draws.below(STORY_MS), () => action(provider));
  }

  #later(milliseconds: number, action: () => Promise<void>): void {
    const run = () => void action().catch((error: unknown) => this.#complain(error));
    this.#world.schedule.plan(milliseconds, run, { isCall: true });
  }

  async #act(action: (typeof ACTIONS)[number], provider: ImportProvider): Promise<void> {
    switch (action) {
      case 'edit':
        return this.#editUser(provider, () => this.#someChange(provider));
      case 'rename':
        return this.#editUser(provider, () => ({ email: provider.anEmail().trim() }));
      case 'delete':
        return this.#deleteUser(provider);
      case 'create':
        return this.#createUser(provider);
      case 'assign':
        await this.#world.office.assignContacts.run(
          provider.scope,
          this.#someIds(provider),
          provider.anAssignment(),
          'Grace',
        );
        return;
      case 'refresh':
        return this.#refresh(provider);
      case 'cancel':
        return this.#cancel(provider);
      case 'stop':
        return this.#stopNode();
    }
  }

  #someChange(provider: ImportProvider): Partial<ManagedUser> {
    const { draws } = this.#world;
    return draws.oneOf([
      provider.aName(),
      { firstName: 'Augusta' },
      { isEnabled: draws.chance(0.5) },
      { destinations: provider.someDestinations() },
    ]);
  }

  async #editUser(provider: ImportProvider, change: () => Partial<ManagedUser>): Promise<void> {
    const user = this.#oneOf(await provider.users());
    if (user === undefined) return;
    const changed = { ...user, ...change() };
    const isOther = emailKey(changed.email) !== emailKey(user.email);
    if (isOther && (await this.#isTaken(changed.email))) return;
    await provider.putUser(changed);
    await this.#tell(provider, user);
  }

  async #deleteUser(provider: ImportProvider): Promise<void> {
    const user = this.#oneOf(await provider.users());
    if (user === undefined) return;
    provider.removeUser(user);
    await this.#tell(provider, user);
  }

  async #createUser(provider: ImportProvider): Promise<void> {
    const contact = this.#oneOf([...provider.contacts.values()]);
    if (contact === undefined || contact.email === '' || (await this.#isTaken(contact.email))) return;
    const user = provider.aUser(contact.email.trim());
    const { firstName, lastName } = this.#world.draws.chance(0.5) ? contact : user;
    await provider.putUser({ ...user, firstName, lastName });
    await this.#tell(provider, user);
  }

  /** A console need not say that its users have changed. */
  async #tell(provider: ImportProvider, user: ManagedUser): Promise<void> {
    const { draws, office } = this.#world;
    if (draws.chance(0.7)) await office.rederiveStatuses.ofUsers(provider.key, [user.id]);
  }

  async #isTaken(email: string): Promise<boolean> {
    const { providers, ports } = this.#world;
    const found = await Promise.all(providers.map(({ key }) => ports.users.findByEmails(key.tenantId, [email])));
    return found.flat().length > 0;
  }

  async #refresh(provider: ImportProvider): Promise<void> {
    const { draws, office } = this.#world;
    for (let changes = 1 + draws.below(4); changes > 0; changes -= 1) {
      const id = 1 + draws.below(provider.contacts.size + 1);
      if (draws.chance(0.3)) provider.contacts.delete(String(id));
      else provider.putContact(id);
    }
    await provider.refresh();
    await office.rederiveStatuses.ofAll(provider.key);
  }

  async #cancel(provider: ImportProvider): Promise<void> {
    const run = this.#oneOf(await this.#runs(provider, (state) => !ENDED_STATES.includes(state)));
    if (run !== undefined) await this.#world.office.cancelRun.run(provider.scope, run.id, 'Grace');
  }

  async #stopNode(): Promise<void> {
    const node = this.#world.someNode();
    // Whether it can still give back what it works on is not for sure.
    void node?.stop();
  }

  async #import(provider: ImportProvider): Promise<void> {
    const { draws, history, runs, office, schedule } = this.#world;
    const order = { ...this.#request(), selection: this.#someSelection(provider), sendInstructions: false };
    const scope = draws.chance(0.2) ? { ...provider.scope, accounts: ['Account 100', 'Account 200'] } : provider.scope;
    if (draws.chance(0.5)) {
      runs.planned.set(order.idempotencyKey, [history.moment, null]);
      return this.#ask((node) => node.useCases.startImport.run(scope, order, 'unseen'));
    }
    const { fingerprint } = await office.previewImport.run(scope, order.selection);
    runs.planned.set(order.idempotencyKey, [history.moment, history.moment]);
    const confirmed = { fingerprint };
    await new Promise<void>((resolve) => schedule.plan(draws.below(3_000), resolve, { isCall: true }));
    return this.#start(scope, order, confirmed);
  }

  #start(scope: BookScope, order: Parameters<ImportNode['useCases']['startImport']['run']>[1], how: Confirmation) {
    return this.#ask((node) => node.useCases.startImport.run(scope, order, how));
  }

  async #retry(provider: ImportProvider): Promise<void> {
    const run = this.#oneOf(await this.#runs(provider, (state) => ENDED_STATES.includes(state)));
    if (run === undefined) return;
    const request = this.#request();
    this.#world.runs.planned.set(request.idempotencyKey, [this.#world.history.moment, null]);
    return this.#ask((node) => node.useCases.retryFailed.run(provider.scope, run.id, request));
  }

  #request() {
    this.#requests += 1;
    const idempotencyKey = `request-${this.#requests}`;
    return { requestedBy: 'Grace', idempotencyKey, fingerprint: idempotencyKey };
  }

  /** Asks some node, and another one again as long as there is no answer that means anything. */
  async #ask(ask: (node: ImportNode) => Promise<Run>): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const node = this.#world.someNode();
      const patience = new Promise<null>((resolve) => {
        this.#world.schedule.plan(TIMEOUT_MS, () => resolve(null), { isCall: true });
      });
      try {
        const run = await Promise.race([node === null ? patience : ask(node), patience]);
        if (run !== null) return;
      } catch (error) {
        const code = isPluginError(error) ? error.code : 'internal';
        this.#world.met.note(code);
        if (code === 'plan_changed' || code === 'nothing_to_retry') return;
        if (code !== 'console_unavailable') throw error;
      }
    }
  }

  /** Now and then a person looks for what is held. */
  #decideLater(): void {
    this.#world.schedule.plan(15_000, () => void this.#decide().finally(() => this.#decideLater()), { isCall: false });
  }

  async #decide(): Promise<void> {
    const { draws, office, providers, met } = this.#world;
    for (const provider of providers) {
      for (const { id } of await this.#runs(provider, (state) => state === 'held')) {
        met.note('held');
        if (draws.chance(0.7)) await office.releaseRun.run(provider.scope, id, 'Grace');
        else await office.cancelRun.run(provider.scope, id, 'Grace');
      }
    }
  }

  async #runs({ key }: ImportProvider, test: (state: RunState) => boolean): Promise<readonly Run[]> {
    return (await this.#world.runs.recent(key.tenantId, 100)).filter(({ state }) => test(state));
  }

  #someSelection(provider: ImportProvider): Selection {
    return this.#world.draws.chance(0.5) ? { filter: {}, except: [] } : this.#someIds(provider);
  }

  #someIds({ contacts }: ImportProvider): { readonly ids: readonly ContactId[] } {
    return { ids: [...contacts.keys()].filter(() => this.#world.draws.chance(0.5)).map(contactId) };
  }

  #oneOf<Item>(items: readonly Item[]): Item | undefined {
    return items.length === 0 ? undefined : this.#world.draws.oneOf(items);
  }

  #complain(error: unknown): void {
    this.#world.complaints.push(`a person was told: ${error instanceof Error ? (error.stack ?? '') : String(error)}`);
  }
}

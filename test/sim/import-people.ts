import { emailKey } from '../../core/domain/email.ts';
import type { ManagedUser } from '../../core/domain/managed-user.ts';
import type { ImportProvider } from './import-provider.ts';
import { ImportRequests } from './import-requests.ts';
import type { ImportWorld } from './import-world.ts';

const STORY_MS = 40_000;
const STORM_MS = 60_000;
const DECISION_MS = 15_000;
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
  'stop',
  'stop',
] as const;

/** What people do meanwhile: on the Users page, in Autotask, on the plugin's page, and to the machines. */
export class ImportPeople {
  readonly #world: ImportWorld;
  readonly #requests: ImportRequests;

  constructor(world: ImportWorld) {
    this.#world = world;
    this.#requests = new ImportRequests(world);
  }

  /** Plans the story: imports, and whatever gets in their way. */
  plan(): void {
    const { draws } = this.#world;
    for (let imports = 1 + draws.below(3); imports > 0; imports -= 1) {
      this.#planOne((provider) => this.#requests.import(provider));
    }
    for (let acts = draws.below(14); acts > 0; acts -= 1) {
      const action = draws.oneOf(ACTIONS);
      this.#planOne((provider) => this.#act(action, provider));
    }
    for (let retries = draws.below(3); retries > 0; retries -= 1)
      this.#planOne((provider) => this.#requests.retry(provider));
    this.#decideLater();
    this.#later(STORM_MS, async () => this.#world.weather.clear());
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
          this.#requests.someContacts(provider),
          provider.anAssignment(),
          'Grace',
        );
        return;
      case 'refresh':
        return this.#refresh(provider);
      case 'cancel':
        return this.#requests.cancel(provider);
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
    if (isOther && (await this.#world.isTaken(changed.email))) return;
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
    if (contact === undefined || contact.email === '' || (await this.#world.isTaken(contact.email))) return;
    const given = provider.aUser(contact.email.trim());
    const { firstName, lastName } = this.#world.draws.chance(0.5) ? contact : given;
    const user = await provider.putUser({ ...given, firstName, lastName });
    await this.#tell(provider, user);
  }

  /** A console need not say that its users have changed. */
  async #tell(provider: ImportProvider, user: ManagedUser): Promise<void> {
    const { draws, office } = this.#world;
    if (draws.chance(0.7)) await office.rederiveStatuses.ofUsers(provider.key, [user.id]);
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

  async #stopNode(): Promise<void> {
    const node = this.#world.someNode();
    // Whether it can still give back what it works on is not for sure.
    void node?.stop();
  }

  /** Now and then a person looks for what is held. */
  #decideLater(): void {
    const { schedule, providers } = this.#world;
    const decide = async () => {
      for (const provider of providers) await this.#requests.decide(provider);
      this.#decideLater();
    };
    schedule.plan(DECISION_MS, () => void decide(), { isCall: false });
  }

  #oneOf<Item>(items: readonly Item[]): Item | undefined {
    return items.length === 0 ? undefined : this.#world.draws.oneOf(items);
  }

  #complain(error: unknown): void {
    this.#world.complaints.push(`a person was told: ${error instanceof Error ? (error.stack ?? '') : String(error)}`);
  }
}

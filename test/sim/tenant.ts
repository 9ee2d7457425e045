import type { EntityName } from '../../host-shim/practice-autotask/dataset/database.ts';
import {
  type PracticeAutotask,
  type PracticeControl,
  startPracticeAutotask,
} from '../../host-shim/practice-autotask/practice-autotask.ts';
import type { Permission } from '../../host-shim/practice-autotask/practice-state.ts';
import { looseText } from '../../host-shim/practice-autotask/query/loose-json.ts';
import type { PracticeSwitches } from '../../host-shim/practice-autotask/switches.ts';
import type { Draws } from './draws.ts';
import type { StoryTime } from './story-time.ts';
import type { TrueAccount, TrueContact, Truth } from './truth.ts';

interface Company extends TrueAccount {
  readonly type: unknown;
}

// Customer and Cancelation: what an API user with a restricted right sees (the practice server's own rule).
const OPEN_TYPES: readonly unknown[] = [1, 6];

const MIDWAY = ['Contacts/query', 'Contacts/query', 'Companies/query', 'Contacts/query/count'] as const;

/** An Autotask tenant behind the practice server, with a second book of what is true there. */
export class Tenant {
  readonly practice: PracticeAutotask;
  readonly contacts = new Map<number, TrueContact>();
  readonly companies = new Map<number, Company>();
  readonly #permissions: Record<EntityName, Permission> = { Contacts: 'all', Companies: 'all' };
  #refreshes = 0;
  #edits = 0;

  private constructor(practice: PracticeAutotask) {
    this.practice = practice;
    this.note({ contacts: this.control.contactIds(), companies: this.control.companyIds() });
  }

  static async open(options: {
    readonly contacts: number;
    readonly seed: number;
    readonly switches: Partial<PracticeSwitches>;
    readonly time: StoryTime;
  }): Promise<Tenant> {
    const { time, ...data } = options;
    const now = () => time.now().getTime();
    return new Tenant(await startPracticeAutotask({ ...data, now, elapsed: now, wait: (ms) => time.wait(ms) }));
  }

  get control(): PracticeControl {
    return this.practice.control;
  }

  /** How often something was edited, or came into sight or out of it. */
  get edits(): number {
    return this.#edits;
  }

  /** Looks at rows that were edited; what is no longer there is forgotten. */
  note(edited: { readonly contacts?: readonly number[]; readonly companies?: readonly number[] }): void {
    this.#edits += 1;
    for (const id of edited.contacts ?? []) replace(this.contacts, id, contactOf(this.control.contact(id)));
    for (const id of edited.companies ?? []) replace(this.companies, id, companyOf(this.control.company(id)));
  }

  contactsOf(company: number): number[] {
    const accountId = String(company);
    return [...this.contacts].flatMap(([id, contact]) => (contact.accountId === accountId ? [id] : []));
  }

  permit(entity: EntityName, permission: Permission): void {
    this.#edits += 1;
    this.#permissions[entity] = permission;
    this.control.setPermission(entity, permission);
  }

  /** Has something done at some call of the coming refresh, and never in a later one. */
  midway(draws: Draws, act: () => void): void {
    const refresh = this.#refreshes;
    this.control.whenCalled(draws.oneOf(MIDWAY), 1 + draws.below(3), () => {
      if (refresh === this.#refreshes) act();
    });
  }

  /** The refresh has ended; what did not strike it is called off. */
  endRefresh(): void {
    this.#refreshes += 1;
    this.control.clearFaults();
  }

  truth(): Truth {
    const { Contacts, Companies } = this.#permissions;
    const isOpen = (id: string) => OPEN_TYPES.includes(this.companies.get(Number(id))?.type);
    const contacts = [...this.contacts].filter(([, { accountId }]) => Contacts !== 'restricted' || isOpen(accountId));
    const accounts = [...this.companies].filter(([id]) => Companies !== 'restricted' || isOpen(String(id)));
    return { contacts: byText(contacts), accounts: byText(accounts) };
  }

  close(): Promise<void> {
    return this.practice.close();
  }
}

function replace<Row>(rows: Map<number, Row>, id: number, row: Row | null): void {
  if (row === null) rows.delete(id);
  else rows.set(id, row);
}

type Wire = ReturnType<PracticeControl['contact']>;

function contactOf(wire: Wire): TrueContact | null {
  if (wire === null) return null;
  return {
    firstName: looseText(wire['firstName']),
    lastName: looseText(wire['lastName']),
    email: looseText(wire['emailAddress']),
    accountId: looseText(wire['companyID']),
    isActive: wire['isActive'] === 1,
  };
}

function companyOf(wire: Wire): Company | null {
  if (wire === null) return null;
  return { name: looseText(wire['companyName']), isActive: wire['isActive'] === true, type: wire['companyType'] };
}

function byText<Row>(rows: readonly (readonly [number, Row])[]): ReadonlyMap<string, Row> {
  return new Map(rows.map(([id, row]) => [String(id), row]));
}

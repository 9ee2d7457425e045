import type { Package } from '../../core/domain/catalog.ts';
import { sortPackages } from '../../core/domain/catalog-order.ts';
import type { ManagedUser } from '../../core/domain/managed-user.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { JsonObject } from './json.ts';
import { reading } from './port-error.ts';
import type { Session } from './session.ts';
import type { UserList } from './user-list.ts';
import { wirePackage } from './wire-package.ts';
import { type StorageAccount, wireStorageAccount } from './wire-storage-account.ts';
import { wireId, wireText } from './wire-value.ts';

/** What there was when it was asked for. */
export interface Listed<Item> {
  readonly askedAt: Date;
  readonly items: readonly Item[];
}

export interface Company {
  readonly id: string;
  readonly name: string;
}

interface HoldingsParts {
  readonly session: Session;
  readonly list: UserList;
  readonly clock: Clock;
}

/** What a provider has in MBS, for pages that show it. Each list is of now, that of the users up to a minute old. */
export class MbsHoldings {
  readonly #parts: HoldingsParts;

  constructor(parts: HoldingsParts) {
    this.#parts = parts;
  }

  /** @throws `console_unavailable` */
  async users(): Promise<Listed<ManagedUser>> {
    const { askedAt, users } = await reading(this.#parts.list.recent());
    return { askedAt, items: [...users.values()] };
  }

  /** @throws `console_unavailable` */
  companies(): Promise<Listed<Company>> {
    return this.#listed('Companies', (rows) =>
      rows.map((row) => ({ id: wireId(row, 'Id'), name: wireText(row, 'Name') })),
    );
  }

  /** @throws `console_unavailable` */
  storageAccounts(): Promise<Listed<StorageAccount>> {
    return this.#listed('Accounts', (rows) => rows.map(wireStorageAccount));
  }

  /** @throws `console_unavailable` */
  packages(): Promise<Listed<Package>> {
    return this.#listed('Packages', (rows) => sortPackages(rows.map(wirePackage)));
  }

  async #listed<Item>(path: string, make: (rows: readonly JsonObject[]) => readonly Item[]): Promise<Listed<Item>> {
    const askedAt = this.#parts.clock.now();
    return { askedAt, items: await reading(this.#parts.session.list(path).then(make)) };
  }
}

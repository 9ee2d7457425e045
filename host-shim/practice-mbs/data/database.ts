import { type BackupPackage } from './backup-package.ts';
import { type Company, companyKey } from './company.ts';
import { Draw } from './draw.ts';
import type { StorageAccount } from './storage-account.ts';
import { loginKey, UserTable } from './user-table.ts';

/** A mail with instructions that the service sent (mbs.md §4). */
export interface SentMail {
  readonly login: string;
  readonly to: readonly string[];
}

/** Everything that the service keeps for the provider, and what it knows of other ones. */
export class Database {
  readonly users = new UserTable();
  readonly companies = new Map<string, Company>();
  readonly packages = new Map<number, BackupPackage>();
  readonly accounts = new Map<string, StorageAccount>();
  readonly mails: SentMail[] = [];
  /** Ids of users whose backup data is gone. */
  readonly erasedUsers: string[] = [];
  readonly #seed: number;
  readonly #takenElsewhere = new Set<string>();
  #made = 0;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** Another one with the same data. */
  copy(): Database {
    const other = new Database(this.#seed);
    for (const user of this.users.all()) other.users.put(user);
    for (const [id, company] of this.companies) other.companies.set(id, company);
    for (const [id, backupPackage] of this.packages) other.packages.set(id, backupPackage);
    for (const [id, account] of this.accounts) other.accounts.set(id, account);
    for (const key of this.#takenElsewhere) other.#takenElsewhere.add(key);
    other.mails.push(...this.mails);
    other.erasedUsers.push(...this.erasedUsers);
    other.#made = this.#made;
    return other;
  }

  newId(): string {
    this.#made += 1;
    return new Draw(this.#seed, 'made', this.#made).uuid();
  }

  newPackageId(): number {
    return Math.max(20_987, ...this.packages.keys()) + 1;
  }

  companyNamed(name: string): Company | undefined {
    const key = companyKey(name);
    return [...this.companies.values()].find((company) => companyKey(company.name) === key);
  }

  /** Logins are unique over the whole service, and other providers' are not listed (mbs.md §4). */
  takeElsewhere(login: string): void {
    this.#takenElsewhere.add(loginKey(login));
  }

  isTaken(login: string, loginCase: 'folded' | 'kept'): boolean {
    return this.#takenElsewhere.has(loginKey(login)) || this.users.withLogin(login, loginCase) !== undefined;
  }
}

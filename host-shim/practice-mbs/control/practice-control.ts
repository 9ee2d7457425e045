import type { BackupPackage } from '../data/backup-package.ts';
import type { Company } from '../data/company.ts';
import type { SentMail } from '../data/database.ts';
import type { PracticeUser } from '../data/practice-user.ts';
import type { StorageAccount } from '../data/storage-account.ts';
import type { FaultOrder } from '../faults/fault-orders.ts';
import type { PracticeCounters } from '../server/call-counters.ts';
import type { LoggedCall } from '../server/call-log.ts';
import type { PracticeSwitches } from '../switches.ts';

/** Fields of a user; with an `id` those of one that is there. */
export type UserValues = Partial<PracticeUser>;

/** What a storage account is made of; without destinations it has none. */
export type AccountValues = Pick<StorageAccount, 'displayName' | 'type'> & {
  /** Names of buckets, containers or folders. */
  readonly destinations?: readonly string[];
};

/**
 * The hand behind the practice server: it edits the data as people in the real console would, and makes the server
 * misbehave.
 *
 * @remarks
 * Each method throws an `Error` that names what was wrong, and then has changed nothing.
 */
export interface PracticeControl {
  /** Everybody there is, passwords included. */
  users(): readonly PracticeUser[];
  /** Changes the user with the id, or adds one, who needs a `login`; answers the id. */
  putUser(values: UserValues): string;
  /** Deletes the account and keeps the data. */
  deleteUser(id: string): void;
  /** Gives a login to another provider: it is refused from now on, though no list has it. */
  takeElsewhere(login: string): void;
  companies(): readonly Company[];
  accounts(): readonly StorageAccount[];
  /** Adds a storage account, of a type that need not be known; answers its id. */
  addAccount(values: AccountValues): string;
  packages(): readonly BackupPackage[];
  removePackage(id: number): void;
  changePackage(id: number, changes: Partial<Omit<BackupPackage, 'id'>>): void;
  /** The mails with instructions that were sent. */
  mails(): readonly SentMail[];
  /** Ids of the users whose backup data was erased. */
  erasedUsers(): readonly string[];
  /** Makes all tokens end now. */
  expireTokens(): void;
  /** Generates the API's credentials anew: the old password is void at once, tokens live on. */
  changePassword(password: string): void;
  readonly switches: PracticeSwitches;
  setSwitches(changes: Partial<PracticeSwitches>): void;
  orderFault(order: FaultOrder): void;
  clearFaults(): void;
  counters(): PracticeCounters;
  /** The last calls, in the order of their starts; those still at work are among them. */
  calls(): readonly LoggedCall[];
  resetCounters(): void;
  /** Runs something just before the nth coming call to a route such as `POST Users` is carried out. */
  whenCalled(route: string, nth: number, act: () => void): void;
}

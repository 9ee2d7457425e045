import type { EntityName } from '../dataset/database.ts';
import type { FaultOrder } from '../faults/fault-orders.ts';
import type { Permission } from '../practice-state.ts';
import type { WireRow } from '../query/projection.ts';
import type { PracticeCounters } from '../server/call-counters.ts';
import type { LoggedCall } from '../server/call-log.ts';
import type { PracticeSwitches } from '../switches.ts';

/**
 * New values by Autotask's own field names; `userDefinedFields` takes `[{name, value}]`, dates take
 * ISO texts.
 */
export type RowValues = Readonly<Record<string, unknown>>;

/** Which row a merge takes from, and which it leaves. */
export interface Merge {
  readonly from: number;
  readonly into: number;
}

/**
 * The hand behind the practice server: it edits the data as people in Autotask would, and makes the
 * server misbehave.
 *
 * @remarks
 * An edit moves `lastModifiedDate` (companies: `lastTrackedModifiedDateTime`) and
 * `lastActivityDate` to the clock's time, a new row has its `createDate` from it, and the answers'
 * `Date` is that clock's too. What Autotask is not known to date moves no stamp unless a switch
 * says so: opt-outs, user-defined fields, and the contacts that a merge of companies moves. A
 * deletion leaves no trace, and a company's edit none on its contacts.
 *
 * Each method throws an `Error` that names what was wrong, and then has changed nothing.
 */
export interface PracticeControl {
  /** Ids of all rows there are, ascending. */
  contactIds(): number[];
  companyIds(): number[];
  /** A row with all its fields as the server would answer it; null when there is none. */
  contact(id: number): WireRow | null;
  company(id: number): WireRow | null;
  patchContact(id: number, values: RowValues): void;
  /**
   * Needs at least `companyID`, `firstName` and `lastName`; the row is active unless it says
   * otherwise. Answers its id.
   */
  addContact(values: RowValues): number;
  deleteContact(id: number): void;
  /**
   * The one merged goes, or becomes inactive where the switch `mergedContact` says so; empty fields
   * of the other are filled.
   */
  mergeContacts(merge: Merge): void;
  /**
   * Rename with `companyName`, deactivate with `isActive: false`; the company's contacts stay as
   * they are.
   */
  patchCompany(id: number, values: RowValues): void;
  /** Needs at least `companyName`; answers its id. */
  addCompany(values: RowValues): number;
  /** Its contacts go with it. The MSP's own, id 0, stays. */
  deleteCompany(id: number): void;
  /**
   * The contacts move over; the company merged becomes inactive, or goes where the switch
   * `mergedCompany` says so.
   */
  mergeCompanies(merge: Merge): void;
  /** What the API user may read of an entity. */
  setPermission(entity: EntityName, permission: Permission): void;
  readonly switches: PracticeSwitches;
  setSwitches(changes: Partial<PracticeSwitches>): void;
  orderFault(order: FaultOrder): void;
  clearFaults(): void;
  /** Locks the API user as too many failed logins do. */
  lockUser(): void;
  unlockUser(): void;
  /**
   * Moves the tenant to another zone: the present address answers 401, the zone look-up names the
   * new one, on this server too. With `url` it names that address instead, wherever it is. `home`
   * moves it back.
   */
  moveZone(to?: { readonly url?: string; readonly home?: true }): void;
  /** Counts calls of other integrations towards the hour. */
  useHour(calls: number): void;
  counters(): PracticeCounters;
  /** The last calls, in the order of their starts; those still at work are among them. */
  calls(): readonly LoggedCall[];
  resetCounters(): void;
  /**
   * Runs something just before the nth coming call to a route such as `Contacts/query` is answered.
   * In-process only.
   */
  whenCalled(route: string, nth: number, act: () => void): void;
}

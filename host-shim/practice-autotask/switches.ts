import { type Choices, SwitchRules } from '../practice-server/switch-rules.ts';

import type { DateSpelling } from './dataset/moments.ts';

/**
 * What is open or differs between tenants in Autotask's behaviour, and the limits and delays of the
 * practice server. The numbers of points are those of autotask-api.md section 14.
 */
export interface PracticeSwitches {
  /** Delay of every call (§12.11: about 150 ms is a usual round trip). @defaultValue 0 */
  readonly latencyMs: number;
  /**
   * Further delay of every page of rows (§12.11: about 4,500 ms for 500 full rows). @defaultValue 0
   */
  readonly pageLatencyMs: number;
  /** Calls at once per integration code and entity (§5, documented). @defaultValue 3 */
  readonly threadLimit: number;
  /** How long after the answer a thread stays taken (§5, seen live by 1 client). @defaultValue 3 */
  readonly slotReleaseMs: number;
  /**
   * The thread refusal may come with a status other than 429 (§5, documented). @defaultValue 429
   */
  readonly threadRefusalStatus: number;
  /** Point 11: `Retry-After` on 429; null sends none. @defaultValue null */
  readonly retryAfterSeconds: number | null;
  /** Calls per rolling hour of the whole database (§5, documented). @defaultValue 10000 */
  readonly hourlyLimit: number;
  /** Point 1: what a call above the hourly limit gets. @defaultValue 429 */
  readonly overLimitStatus: number;
  /** Point 1: what stands in it. @defaultValue 'errors' */
  readonly overLimitBody: 'errors' | 'empty';
  /**
   * Whether a zone look-up finds the zone of a user that exists; for a while it may not (§1, seen in
   * 1 client). @defaultValue 'found'
   */
  readonly zoneLookUp: 'found' | 'undetermined';
  /** Point 9: whether zone look-ups count towards the hour. @defaultValue false */
  readonly zoneCallCounts: boolean;
  /** Point 2: a wrong integration code. @defaultValue 'empty_401' */
  readonly wrongIntegrationCode: 'empty_401' | 'text_500';
  /** Point 3: failed logins in a row that lock the user; null never does. @defaultValue 25 */
  readonly lockAfterFailures: number | null;
  /** Point 3: what a locked or inactive user gets. @defaultValue 'empty_401' */
  readonly lockedAnswer: 'empty_401' | 'text_500';
  /** Whether the API user is active. @defaultValue true */
  readonly userIsActive: boolean;
  /** Point 4. @defaultValue false */
  readonly userDefinedEditMovesModified: boolean;
  /** Point 4. @defaultValue false */
  readonly optOutEditMovesModified: boolean;
  /**
   * Point 4: whether contacts that a merge moves to another company get a new change date.
   * @defaultValue false
   */
  readonly mergeMovesModified: boolean;
  /**
   * Whether the contact merged into another goes or becomes inactive (§8, V). @defaultValue
   * 'deleted'
   */
  readonly mergedContact: 'deleted' | 'deactivated';
  /** The same of a company (§8, V). @defaultValue 'deactivated' */
  readonly mergedCompany: 'deleted' | 'deactivated';
  /** Point 6: when a query asks for no user-defined field. @defaultValue 'empty_list' */
  readonly missingUserDefinedFields: 'empty_list' | 'absent';
  /** Point 7. @defaultValue 'mixed' */
  readonly dates: DateSpelling;
  /** Point 8: a next page after a full last one. @defaultValue 'none' */
  readonly nextPageAtExactEnd: 'none' | 'promised';
  /** How the rights are told (§2.2: words in 3 clients, a number in 1). @defaultValue 'words' */
  readonly accessSpelling: 'words' | 'numbers';
  /** Point 10: the impersonation header on a query. @defaultValue 'refused' */
  readonly impersonationOnReads: 'refused' | 'ignored';
  /**
   * A look-up of an id that does not exist (§3.1: most see `{"item":null}`). @defaultValue
   * 'null_item'
   */
  readonly missingItem: 'null_item' | 'status_404';
}

export const defaultSwitches: PracticeSwitches = {
  latencyMs: 0,
  pageLatencyMs: 0,
  threadLimit: 3,
  slotReleaseMs: 3,
  threadRefusalStatus: 429,
  retryAfterSeconds: null,
  hourlyLimit: 10_000,
  overLimitStatus: 429,
  overLimitBody: 'errors',
  zoneLookUp: 'found',
  zoneCallCounts: false,
  wrongIntegrationCode: 'empty_401',
  lockAfterFailures: 25,
  lockedAnswer: 'empty_401',
  userIsActive: true,
  userDefinedEditMovesModified: false,
  optOutEditMovesModified: false,
  mergeMovesModified: false,
  mergedContact: 'deleted',
  mergedCompany: 'deactivated',
  missingUserDefinedFields: 'empty_list',
  dates: 'mixed',
  nextPageAtExactEnd: 'none',
  accessSpelling: 'words',
  impersonationOnReads: 'refused',
  missingItem: 'null_item',
};

const choices: Choices<PracticeSwitches> = {
  overLimitBody: ['errors', 'empty'],
  zoneLookUp: ['found', 'undetermined'],
  wrongIntegrationCode: ['empty_401', 'text_500'],
  lockedAnswer: ['empty_401', 'text_500'],
  mergedContact: ['deleted', 'deactivated'],
  mergedCompany: ['deleted', 'deactivated'],
  missingUserDefinedFields: ['empty_list', 'absent'],
  dates: ['mixed', 'with_z', 'without_z'],
  nextPageAtExactEnd: ['none', 'promised'],
  accessSpelling: ['words', 'numbers'],
  impersonationOnReads: ['refused', 'ignored'],
  missingItem: ['null_item', 'status_404'],
};

const nullable = new Map([
  ['retryAfterSeconds', 'number' as const],
  ['lockAfterFailures', 'number' as const],
]);

export const switchRules = new SwitchRules<PracticeSwitches>({ usual: defaultSwitches, choices, nullable });

import { type Choices, SwitchRules } from '../practice-server/switch-rules.ts';

/**
 * What is open, in conflict or unpublished in the API's behaviour, and the limits and delays of the practice server.
 * The numbers of sections are those of mbs.md.
 */
export interface PracticeSwitches {
  /** Delay of every call. @defaultValue 0 */
  readonly latencyMs: number;
  /** Calls at once above which 429 is answered; null is no limit (§3.4: none is documented). @defaultValue null */
  readonly mostAtOnce: number | null;
  /** `Retry-After` on 429; null sends none. @defaultValue null */
  readonly retryAfterSeconds: number | null;
  /** How long a token is good (§3.1: two weeks, documented). @defaultValue 1209599 */
  readonly tokenSeconds: number;
  /** §3.1: 400 `invalid_grant` in the documentation, 403 in the clients of today. @defaultValue 'status_403' */
  readonly wrongLogin: 'status_403' | 'status_401' | 'status_400';
  /** §3.4: an expired or unknown token. @defaultValue 'status_401' */
  readonly badToken: 'status_401' | 'status_403';
  /** Whether such a token counts as none on a create, which says so in a 200 (§3.4). @defaultValue 'refused' */
  readonly badTokenOnCreate: 'refused' | 'said_in_200';
  /** How refusals come whose form is unpublished: all but those of a create. @defaultValue 'status_400' */
  readonly refusals: 'status_400' | 'said_in_200';
  /** §3.3: what becomes of fields that a PUT leaves out. @defaultValue 'blanked' */
  readonly leftOutOnPut: 'blanked' | 'company_kept' | 'kept';
  /** §4: a user with a company that does not exist. @defaultValue 'left_out' */
  readonly unknownCompany: 'left_out' | 'created' | 'refused';
  /** §4: where new users without a company go; null leaves them without. @defaultValue null */
  readonly defaultCompany: string | null;
  /** Whether companies may be created. @defaultValue 'allowed' */
  readonly companyCreation: 'allowed' | 'refused';
  /** A new company whose name another one has. @defaultValue 'refused' */
  readonly sameCompanyName: 'refused' | 'created';
  /** A new user with a destination or package that cannot be given. @defaultValue 'refused' */
  readonly badAssignment: 'refused' | 'dropped';
  /** Whether a disabled package can be given. @defaultValue 'refused' */
  readonly disabledPackage: 'refused' | 'accepted';
  /** §1.6: deleting a package removes the cap; what its users then show. @defaultValue 'null' */
  readonly deletedPackageId: 'null' | 'zero' | 'stale';
  /** §4: whether logins that differ in letter case only are the same. @defaultValue 'folded' */
  readonly loginCase: 'folded' | 'kept';
  /** §3.2: deleting a user may answer 500 although it deleted. @defaultValue 'done' */
  readonly deletedUser: 'done' | 'error_500';
  /** What a call that returns nothing answers (§3.2). @defaultValue 'status_204' */
  readonly nothingReturned: 'status_204' | 'status_200';
  /** What a destination given to a user answers. @defaultValue 'id' */
  readonly givenDestination: 'id' | 'nothing';
  /** §3.4: `skip` and `take`. @defaultValue 'ignored' */
  readonly paging: 'ignored' | 'honoured';
  /** §3.3: `ID` and `Id` side by side, or the same everywhere. @defaultValue 'mixed' */
  readonly idSpelling: 'mixed' | 'ID' | 'Id';
  /** §3.3: `LicenseManagmentMode`, or as one edition of the help prints it. @defaultValue 'misspelt' */
  readonly licenseSpelling: 'misspelt' | 'correct';
  /** §1.5: what an Azure account is called when it is read. @defaultValue 'AzureVM' */
  readonly azureSpelling: 'AzureVM' | 'Azure';
  /** §3.4: the name of the text in errors. @defaultValue 'Message' */
  readonly messageSpelling: 'Message' | 'message';
  /** §3.3: the unit of `SpaceUsed`. @defaultValue 'kilobytes' */
  readonly spaceUsedUnit: 'kilobytes' | 'bytes';
}

export const defaultSwitches: PracticeSwitches = {
  latencyMs: 0,
  mostAtOnce: null,
  retryAfterSeconds: null,
  tokenSeconds: 1_209_599,
  wrongLogin: 'status_403',
  badToken: 'status_401',
  badTokenOnCreate: 'refused',
  refusals: 'status_400',
  leftOutOnPut: 'blanked',
  unknownCompany: 'left_out',
  defaultCompany: null,
  companyCreation: 'allowed',
  sameCompanyName: 'refused',
  badAssignment: 'refused',
  disabledPackage: 'refused',
  deletedPackageId: 'null',
  loginCase: 'folded',
  deletedUser: 'done',
  nothingReturned: 'status_204',
  givenDestination: 'id',
  paging: 'ignored',
  idSpelling: 'mixed',
  licenseSpelling: 'misspelt',
  azureSpelling: 'AzureVM',
  messageSpelling: 'Message',
  spaceUsedUnit: 'kilobytes',
};

const choices: Choices<PracticeSwitches> = {
  wrongLogin: ['status_403', 'status_401', 'status_400'],
  badToken: ['status_401', 'status_403'],
  badTokenOnCreate: ['refused', 'said_in_200'],
  refusals: ['status_400', 'said_in_200'],
  leftOutOnPut: ['blanked', 'company_kept', 'kept'],
  unknownCompany: ['left_out', 'created', 'refused'],
  companyCreation: ['allowed', 'refused'],
  sameCompanyName: ['refused', 'created'],
  badAssignment: ['refused', 'dropped'],
  disabledPackage: ['refused', 'accepted'],
  deletedPackageId: ['null', 'zero', 'stale'],
  loginCase: ['folded', 'kept'],
  deletedUser: ['done', 'error_500'],
  nothingReturned: ['status_204', 'status_200'],
  givenDestination: ['id', 'nothing'],
  paging: ['ignored', 'honoured'],
  idSpelling: ['mixed', 'ID', 'Id'],
  licenseSpelling: ['misspelt', 'correct'],
  azureSpelling: ['AzureVM', 'Azure'],
  messageSpelling: ['Message', 'message'],
  spaceUsedUnit: ['kilobytes', 'bytes'],
};

const nullable = new Map<string, 'number' | 'string'>([
  ['mostAtOnce', 'number'],
  ['retryAfterSeconds', 'number'],
  ['defaultCompany', 'string'],
]);

export const switchRules = new SwitchRules<PracticeSwitches>({ usual: defaultSwitches, choices, nullable });

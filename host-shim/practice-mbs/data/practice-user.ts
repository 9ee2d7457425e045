/** A destination as it was given to a user, with an id of its own (mbs.md §0.5, documented). */
export interface GivenDestination {
  readonly id: string;
  readonly accountId: string;
  /** The name of the bucket, container or folder. */
  readonly destination: string;
  readonly packageId: number | null;
  readonly currentVolume: number;
}

/** A Managed Backup user as the service keeps it; a change makes another one. */
export interface PracticeUser {
  readonly id: string;
  /** What the API calls `Email`. It need not be an address (mbs.md §4, documented). */
  readonly login: string;
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly notificationEmails: readonly string[];
  /** A company's name, or empty. */
  readonly company: string;
  readonly isEnabled: boolean;
  /** 0 manual, 1 automatic, 2 as the company has it (mbs.md §3.3). */
  readonly licenseMode: number;
  readonly destinations: readonly GivenDestination[];
  readonly spaceUsedKb: number;
}

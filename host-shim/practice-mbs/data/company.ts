export interface Company {
  readonly id: string;
  readonly name: string;
  /** Negative is none (mbs.md §3.3). */
  readonly storageLimitBytes: number;
  /** 0 custom, 1 global pool, 2 company pool. */
  readonly licenseSettings: number;
  readonly destinationIds: readonly string[];
}

/** Names are compared as a database with a usual collation does; how the service does it is unpublished. */
export function companyKey(name: string): string {
  return name.trim().toLowerCase();
}

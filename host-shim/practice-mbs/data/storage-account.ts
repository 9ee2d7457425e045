interface StorageDestination {
  readonly id: string;
  /** The name of the bucket, container or folder. */
  readonly name: string;
  readonly displayName: string;
}

export interface StorageAccount {
  readonly id: string;
  readonly displayName: string;
  /** A name of the API's enum, such as `Azure`, or one that nobody knows yet (mbs.md §1.5). */
  readonly type: string;
  /** Without a zone (mbs.md §3.3). */
  readonly createdAt: string;
  readonly destinations: readonly StorageDestination[];
}

/** A file share has exactly one destination, fixed at its creation (mbs.md §1.5, documented). */
export function isFileShare(account: StorageAccount): boolean {
  return account.type === 'FS';
}

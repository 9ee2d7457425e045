import type { text } from '../text.ts';

type Kind = keyof typeof text.storage.kinds;

export interface StorageKind {
  /** The console's own name of the type (mbs.md §1.5). */
  readonly type: string;
  readonly label: string;
  readonly kind: Kind;
}

/** The kinds of storage that an account can be of; the common ones first. */
export const STORAGE_KINDS: readonly StorageKind[] = [
  { type: 'AmazonS3', label: 'Amazon S3', kind: 'bucket' },
  { type: 'Azure', label: 'Microsoft Azure', kind: 'container' },
  { type: 'GoogleCloudPlatform', label: 'Google Cloud', kind: 'bucket' },
  { type: 'Wasabi', label: 'Wasabi', kind: 'bucket' },
  { type: 'BackblazeB2', label: 'Backblaze B2', kind: 'bucket' },
  { type: 'FS', label: 'File share', kind: 'rootFolder' },
  { type: 'S3Compatible', label: 'S3 compatible', kind: 'bucket' },
  { type: 'Minio', label: 'MinIO', kind: 'bucket' },
  { type: 'OpenStack', label: 'OpenStack', kind: 'container' },
  { type: 'OracleCloud', label: 'Oracle Cloud', kind: 'container' },
  { type: 'AmazonS3China', label: 'Amazon S3 (China)', kind: 'bucket' },
  { type: 'Scality', label: 'Scality', kind: 'bucket' },
  { type: 'CenturyLink', label: 'CenturyLink', kind: 'bucket' },
  { type: 'ArubaCloud', label: 'Aruba Cloud', kind: 'bucket' },
  { type: 'Cloudian', label: 'Cloudian', kind: 'bucket' },
  { type: 'Connectria', label: 'Connectria', kind: 'bucket' },
  { type: 'Constant', label: 'Constant', kind: 'bucket' },
  { type: 'DreamObjects', label: 'DreamObjects', kind: 'bucket' },
  { type: 'Dunkel', label: 'Dunkel', kind: 'bucket' },
  { type: 'GreenQloud', label: 'GreenQloud', kind: 'bucket' },
  { type: 'HostEurope', label: 'Host Europe', kind: 'bucket' },
  { type: 'Seeweb', label: 'Seeweb', kind: 'bucket' },
  { type: 'ThinkOn', label: 'ThinkOn', kind: 'bucket' },
  { type: 'Tiscali', label: 'Tiscali', kind: 'bucket' },
  { type: 'Walrus', label: 'Walrus', kind: 'bucket' },
];

/** A type that a newer console has added is taken for one with buckets, as most are. */
export function storageKindOf(type: string): StorageKind {
  // Live Managed Backup reads `Azure` back as `AzureVM` (mbs.md §1.5, seen in 1 client).
  const known = type === 'AzureVM' ? 'Azure' : type;
  return STORAGE_KINDS.find((kind) => kind.type === known) ?? { type, label: type, kind: 'bucket' };
}

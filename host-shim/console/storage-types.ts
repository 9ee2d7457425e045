/** MBS's storage types by their names in its API (mbs.md §1.5). */
export const STORAGE_TYPES = [
  'AmazonS3',
  'AmazonS3China',
  'Azure',
  'OpenStack',
  'OracleCloud',
  'S3Compatible',
  'Scality',
  'CenturyLink',
  'ArubaCloud',
  'BackblazeB2',
  'Cloudian',
  'Connectria',
  'Constant',
  'DreamObjects',
  'Dunkel',
  'GreenQloud',
  'HostEurope',
  'Seeweb',
  'ThinkOn',
  'Tiscali',
  'Walrus',
  'FS',
  'GoogleCloudPlatform',
  'Wasabi',
  'Minio',
] as const;
export type StorageType = (typeof STORAGE_TYPES)[number];

/** A file share has exactly one destination, its root folder (mbs.md §1.5). */
export function hasSingleDestination(type: string): boolean {
  return type === 'FS';
}

/** The types by their numbers in the API (mbs.md §1.5, seen in the vendor's own client). */
const NUMBERED = [
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
];

// Answers use more names than the enumeration has (mbs.md §1.5).
const KNOWN = new Set([...NUMBERED, 'AzureVM'].map((name) => name.toLowerCase()));

/** The name of a storage type, which comes as a name or as a number. */
export function storageTypeName(text: string): string {
  const numbered = /^\d+$/.test(text) ? NUMBERED[Number(text)] : undefined;
  return numbered ?? text;
}

export function isKnownStorageType(name: string): boolean {
  return KNOWN.has(name.toLowerCase());
}

import type { Destination, Package } from './catalog.ts';
import { Fingerprint } from './fingerprint.ts';

// Numbers by their value, so that "100 GB" comes after "20 GB".
const ORDER = new Intl.Collator('en', { numeric: true });

/** The order in which destinations are offered: by storage account, then by name. */
export function sortDestinations(destinations: readonly Destination[]): Destination[] {
  return [...destinations].sort(
    (one, other) =>
      ORDER.compare(one.storageAccount, other.storageAccount) ||
      ORDER.compare(one.name, other.name) ||
      ORDER.compare(one.id, other.id),
  );
}

/** The order of what a row shows of its destination: the name, and only among several of one name what tells them apart. */
export function sortDestinationsByName(destinations: readonly Destination[]): Destination[] {
  return [...destinations].sort(
    (one, other) =>
      ORDER.compare(one.name, other.name) ||
      ORDER.compare(one.storageAccount, other.storageAccount) ||
      ORDER.compare(one.id, other.id),
  );
}

/** The order in which packages are offered: by name. */
export function sortPackages(packages: readonly Package[]): Package[] {
  return [...packages].sort((one, other) => ORDER.compare(one.name, other.name) || ORDER.compare(one.id, other.id));
}

/** What tells an order of ids from another one. */
export function orderFingerprint(ids: readonly string[]): string {
  const fingerprint = new Fingerprint();
  fingerprint.add(ids);
  return fingerprint.value();
}

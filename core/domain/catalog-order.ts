import type { Destination, Package } from './catalog.ts';

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

/** The order in which packages are offered: by name. */
export function sortPackages(packages: readonly Package[]): Package[] {
  return [...packages].sort((one, other) => ORDER.compare(one.name, other.name) || ORDER.compare(one.id, other.id));
}

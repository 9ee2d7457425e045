import { type DestinationId, destinationId } from '../../core/domain/ids.ts';

/** How MBS names a destination: its storage account and the bucket, container or folder there (mbs.md §0.5). */
export interface DestinationName {
  readonly accountId: string;
  readonly destination: string;
}

/** The id of a destination: both parts of its name, escaped, so that no part can pretend to be the other. */
export function idOfDestination({ accountId, destination }: DestinationName): DestinationId {
  return destinationId(`${encodeURIComponent(accountId)}/${encodeURIComponent(destination)}`);
}

/** The name behind an id that {@link idOfDestination} made; null for any other text. */
export function destinationNameOf(id: DestinationId): DestinationName | null {
  const [accountId, destination, ...others] = id.split('/');
  if (!accountId || destination === undefined || others.length > 0) return null;
  try {
    return { accountId: decodeURIComponent(accountId), destination: decodeURIComponent(destination) };
  } catch {
    return null; // No escaped text.
  }
}

import type { StorageAccount } from '../data/storage-account.ts';
import type { PracticeState } from '../practice-state.ts';
import { spelled } from './spelled.ts';

export function wireAccount({ switches }: PracticeState, account: StorageAccount): unknown {
  const value = {
    AccountID: account.id,
    DateCreated: account.createdAt,
    DisplayName: account.displayName,
    // An account made as `Azure` is read back as `AzureVM` (mbs.md §1.5, documented and seen in 1 client).
    StorageType: account.type === 'Azure' ? switches.azureSpelling : account.type,
    Destinations: account.destinations.map(({ id, name, displayName }) => ({
      DestinationID: id,
      AccountID: account.id,
      Destination: name,
      DestinationDisplayName: displayName,
    })),
  };
  return spelled(value, switches.idSpelling);
}

/** Everything that can be given to users. */
export function wireDestinations({ database, switches }: PracticeState): unknown {
  const value = [...database.accounts.values()].flatMap((account) =>
    account.destinations.map(({ name }) => destinationNames(account, { accountId: account.id, destination: name })),
  );
  return spelled(value, switches.idSpelling);
}

/** How a destination is named: by its account and its own name (mbs.md §0.5, documented). */
export function destinationNames(
  account: StorageAccount | undefined,
  { accountId, destination }: { readonly accountId: string; readonly destination: string },
): object {
  return {
    AccountID: accountId,
    AccountDisplayName: account?.displayName ?? null,
    Destination: destination,
    DestinationDisplayName: account?.destinations.find(({ name }) => name === destination)?.displayName ?? null,
  };
}

import { type Destination, destinationKind } from '../../core/domain/catalog.ts';
import { idOfDestination } from './destination-name.ts';
import type { JsonObject } from './json.ts';
import { storageTypeName } from './storage-type.ts';
import { wireId, wireLabel, wireText } from './wire-value.ts';

/** The type of each storage account by its id. @throws MbsFailure when they can't be read */
export function wireStorageTypes(accounts: readonly JsonObject[]): ReadonlyMap<string, string> {
  return new Map(
    accounts.map((account) => [wireId(account, 'AccountID'), storageTypeName(wireLabel(account, 'StorageType'))]),
  );
}

/** @throws MbsFailure when it can't be read */
export function wireDestination(json: JsonObject, types: ReadonlyMap<string, string>): Destination {
  const accountId = wireId(json, 'AccountID');
  const destination = wireText(json, 'Destination');
  return {
    id: idOfDestination({ accountId, destination }),
    name: destination.trim(),
    kind: destinationKind(types.get(accountId) ?? ''),
    storageAccount: wireLabel(json, 'AccountDisplayName'),
  };
}

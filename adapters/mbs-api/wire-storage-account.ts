import type { DestinationId } from '../../core/domain/ids.ts';
import { idOfDestination } from './destination-name.ts';
import { fieldOf, isJsonObject, type JsonObject } from './json.ts';
import { storageTypeName } from './storage-type.ts';
import { wireId, wireLabel, wireText } from './wire-value.ts';

/** A storage account with the names of its buckets, containers or folders. */
export interface StorageAccount {
  readonly id: string;
  readonly name: string;
  /** By MBS's name of the type (mbs.md §1.5). */
  readonly type: string;
  readonly destinations: readonly { readonly id: DestinationId; readonly name: string }[];
}

/** @throws MbsFailure when it can't be read */
export function wireStorageAccount(json: JsonObject): StorageAccount {
  const list = fieldOf(json, 'Destinations');
  const destinations = Array.isArray(list) ? list.filter(isJsonObject) : [];
  const accountId = wireId(json, 'AccountID');
  return {
    id: accountId,
    name: wireLabel(json, 'DisplayName'),
    type: storageTypeName(wireLabel(json, 'StorageType')),
    destinations: destinations.map((each) => ({
      id: idOfDestination({ accountId, destination: wireText(each, 'Destination') }),
      name: wireLabel(each, 'Destination'),
    })),
  };
}

import type { Package } from '../../core/domain/catalog.ts';
import { packageId } from '../../core/domain/ids.ts';
import { fieldOf, type JsonObject } from './json.ts';
import { wireFlag, wireId, wireLabel, wireNumber } from './wire-value.ts';

/** @throws MbsFailure when it can't be read */
export function wirePackage(json: JsonObject): Package {
  const limit = wireNumber(json, 'StorageLimit');
  return {
    id: packageId(wireId(json, 'ID')),
    name: wireLabel(json, 'Name'),
    // In GB, unlike a company's (mbs.md §3.3); as with the restore limit, a negative one is none.
    storageLimitGb: limit === null || limit < 0 ? null : limit,
    // Some editions of the documentation have it on editing only (mbs.md §1.6).
    enabled: (fieldOf(json, 'Enabled') ?? '') === '' || wireFlag(json, 'Enabled'),
  };
}

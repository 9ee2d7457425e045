import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DestinationId, type TenantId, tenantId } from '../../core/domain/ids.ts';
import type { StorageDestinations } from '../../core/ports/storage-destinations.ts';

/** A console without any storage account. */
export interface StorageDestinationsHarness {
  readonly storageDestinations: StorageDestinations;
  readonly probe: {
    /** Adds a destination to a storage account of its own. */
    add(
      tenant: TenantId,
      given: { readonly name: string; readonly account: string; readonly type: string },
    ): Promise<DestinationId>;
  };
  dispose(): Promise<void>;
}

const OURS = tenantId('provider-1');
const THEIRS = tenantId('provider-2');

/** What every {@link StorageDestinations} promises. */
export function storageDestinationsContract(name: string, open: () => Promise<StorageDestinationsHarness>): void {
  describe(`StorageDestinations: ${name}`, () => {
    let harness: StorageDestinationsHarness;
    beforeEach(async () => {
      harness = await open();
    });
    afterEach(() => harness.dispose());

    it('lists nothing when there is nothing', async () => {
      expect(await harness.storageDestinations.list(OURS)).toEqual([]);
    });

    it('names the storage account, and the kind after its type', async () => {
      const add = async (type: string) => [
        await harness.probe.add(OURS, { name: `${type} store`, account: `${type} account`, type }),
        type,
      ];
      const ids = new Map(
        (await Promise.all(['AmazonS3', 'Azure', 'FS', 'New Cloud'].map(add))) as [DestinationId, string][],
      );
      const listed = await harness.storageDestinations.list(OURS);
      expect(listed.map(({ id, ...rest }) => ({ type: ids.get(id), ...rest }))).toEqual([
        { type: 'AmazonS3', name: 'AmazonS3 store', kind: 'bucket', storageAccount: 'AmazonS3 account' },
        { type: 'Azure', name: 'Azure store', kind: 'container', storageAccount: 'Azure account' },
        { type: 'FS', name: 'FS store', kind: 'root_folder', storageAccount: 'FS account' },
        { type: 'New Cloud', name: 'New Cloud store', kind: 'bucket', storageAccount: 'New Cloud account' },
      ]);
    });

    it('lists by storage account and then by name, as a person sorts', async () => {
      for (const [account, name] of [
        ['b', 'one'],
        ['A', 'store 10'],
        ['Äa', 'x'],
        ['A', 'store 9'],
      ] as const) {
        await harness.probe.add(OURS, { account, name, type: 'AmazonS3' });
      }
      const listed = await harness.storageDestinations.list(OURS);
      expect(listed.map((destination) => [destination.storageAccount, destination.name])).toEqual([
        ['A', 'store 9'],
        ['A', 'store 10'],
        ['Äa', 'x'],
        ['b', 'one'],
      ]);
    });

    it('lists what was added a moment ago, and never another provider’s', async () => {
      await harness.probe.add(THEIRS, { name: 'theirs', account: 'Theirs', type: 'FS' });
      expect(await harness.storageDestinations.list(OURS)).toEqual([]);
      const id = await harness.probe.add(OURS, { name: '備份 🗄️', account: 'Ours', type: 'FS' });
      expect(await harness.storageDestinations.list(OURS)).toEqual([
        { id, name: '備份 🗄️', kind: 'root_folder', storageAccount: 'Ours' },
      ]);
    });
  });
}

import { randomUUID } from 'node:crypto';
import { MemoryStorageDestinations } from '../../../adapters/memory/memory-storage-destinations.ts';
import { destinationKind } from '../../../core/domain/catalog.ts';
import { destinationId } from '../../../core/domain/ids.ts';
import { storageDestinationsContract } from '../../contract/storage-destinations.contract.ts';

storageDestinationsContract('memory', async () => {
  const storageDestinations = new MemoryStorageDestinations();
  return {
    storageDestinations,
    probe: {
      async add(tenant, { name, account, type }) {
        const id = destinationId(randomUUID());
        storageDestinations.put(tenant, { id, name, kind: destinationKind(type), storageAccount: account });
        return id;
      },
    },
    dispose: async () => undefined,
  };
});

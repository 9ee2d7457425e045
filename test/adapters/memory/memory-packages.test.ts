import { randomUUID } from 'node:crypto';
import { MemoryPackages } from '../../../adapters/memory/memory-packages.ts';
import { packageId } from '../../../core/domain/ids.ts';
import { packagesContract } from '../../contract/packages.contract.ts';

packagesContract('memory', async () => {
  const packages = new MemoryPackages();
  return {
    packages,
    probe: {
      async add(tenant, { name, limit, enabled }) {
        const id = packageId(randomUUID());
        packages.put(tenant, { id, name, storageLimitGb: limit, enabled });
        return id;
      },
    },
    dispose: async () => undefined,
  };
});

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { MemoryPackages } from '../../../adapters/memory/memory-packages.ts';
import { MemoryStorageDestinations } from '../../../adapters/memory/memory-storage-destinations.ts';
import { type LoginRegistry, MemoryUserRepository } from '../../../adapters/memory/memory-user-repository.ts';
import { destinationId, packageId, tenantId } from '../../../core/domain/ids.ts';
import { userRepositoryContract } from '../../contract/user-repository.contract.ts';
import type { UserRepositoryHarness } from '../../contract/user-repository-trial.ts';
import { aDestination, aPackage, aTarget } from '../../support/builders.ts';

userRepositoryContract('memory', async (): Promise<UserRepositoryHarness> => {
  const destinations = new MemoryStorageDestinations();
  const packages = new MemoryPackages();
  const users = new MemoryUserRepository({ destinations, packages });
  return {
    users,
    probe: {
      async addDestination(tenant) {
        const id = destinationId(randomUUID());
        destinations.put(tenant, aDestination({ id }));
        return id;
      },
      async addPackage(tenant) {
        const id = packageId(randomUUID());
        packages.put(tenant, aPackage({ id }));
        return id;
      },
      putUser: async (tenant, user) => users.put(tenant, user),
      deleteUser: async (tenant, user) => users.remove(tenant, user.id),
      companies: async (tenant) => users.companies(tenant),
    },
    dispose: async () => undefined,
  };
});

describe('MemoryUserRepository', () => {
  it('shares the logins of the whole service with other repositories', async () => {
    const logins: LoginRegistry = new Map();
    const [one, other] = [tenantId('one'), tenantId('other')].map((tenant) => {
      const destinations = new MemoryStorageDestinations();
      const packages = new MemoryPackages();
      destinations.put(tenant, aDestination());
      packages.put(tenant, aPackage());
      const users = new MemoryUserRepository({ destinations, packages, logins });
      return () => users.saveMany(tenant, [{ kind: 'create', target: aTarget() }]);
    });
    expect(await one!()).toMatchObject([{ kind: 'created' }]);
    expect(await other!()).toEqual([{ kind: 'rejected', code: 'email_taken_elsewhere', quote: null }]);
  });
});

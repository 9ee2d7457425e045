import { MemoryActivityLog } from '../../adapters/memory/memory-activity-log.ts';
import { MemoryCallLedger } from '../../adapters/memory/memory-call-ledger.ts';
import { MemoryConnectionStore } from '../../adapters/memory/memory-connection-store.ts';
import { MemoryContactBook } from '../../adapters/memory/memory-contact-book.ts';
import { MemoryContactSource } from '../../adapters/memory/memory-contact-source.ts';
import { MemoryPackages } from '../../adapters/memory/memory-packages.ts';
import { MemoryRunStore } from '../../adapters/memory/memory-run-store.ts';
import { MemoryStorageDestinations } from '../../adapters/memory/memory-storage-destinations.ts';
import { MemoryUserRepository } from '../../adapters/memory/memory-user-repository.ts';
import { destinationId, packageId, runId, tenantId } from '../../core/domain/ids.ts';
import { aDestination, aPackage } from './builders.ts';
import { SteppingClock } from './stepping-clock.ts';
import { steppingIds } from './stepping-ids.ts';

/** The only credentials that the source in memory takes. */
export const CREDENTIALS = { username: 'api-user@msp.example', password: 'Zq7#kW!pass-secret' };

export type MemoryPorts = ReturnType<typeof memoryPorts>;

/**
 * Every port that keeps something, in memory. Both providers of the tests have the destinations 1 and 2 and the
 * packages 1 and 2; package 3 is disabled.
 */
export function memoryPorts() {
  const clock = new SteppingClock();
  const nextRunId = steppingIds('run');
  const ids = { runId: () => runId(nextRunId()) };
  const contactBook = new MemoryContactBook();
  const storageDestinations = new MemoryStorageDestinations();
  const packages = new MemoryPackages();
  for (const tenant of [tenantId('msp-1'), tenantId('msp-2')]) {
    storageDestinations.put(tenant, aDestination());
    storageDestinations.put(tenant, aDestination({ id: destinationId('destination-2'), name: 'backups-us' }));
    packages.put(tenant, aPackage());
    packages.put(tenant, aPackage({ id: packageId('package-2'), name: 'Workstation 500 GB', storageLimitGb: 500 }));
    packages.put(
      tenant,
      aPackage({ id: packageId('package-3'), name: 'Trial 10 GB', storageLimitGb: 10, enabled: false }),
    );
  }
  return {
    activityLog: new MemoryActivityLog(),
    callLedger: new MemoryCallLedger(),
    clock,
    connections: new MemoryConnectionStore(),
    contactBook,
    ids,
    packages,
    runs: new MemoryRunStore({ contactBook, clock, ids }),
    source: new MemoryContactSource({ ...CREDENTIALS, integrationCode: null }),
    storageDestinations,
    users: new MemoryUserRepository({ destinations: storageDestinations, packages }),
  };
}

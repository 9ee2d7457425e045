import type { BookScope } from '../domain/scope.ts';
import type { Selection } from '../domain/selection.ts';
import type { ActivityLog } from '../ports/activity-log.ts';
import type { Clock } from '../ports/clock.ts';
import type { AssignmentChange, ContactBook } from '../ports/contact-book.ts';
import { DestinationUnknown, PackageUnknown } from '../ports/errors.ts';
import type { Packages } from '../ports/packages.ts';
import type { StorageDestinations } from '../ports/storage-destinations.ts';
import { loadCatalog } from './derive-rows.ts';

interface AssigningPorts {
  readonly contactBook: ContactBook;
  readonly storageDestinations: StorageDestinations;
  readonly packages: Packages;
  readonly activityLog: ActivityLog;
  readonly clock: Clock;
}

/** Sets destination and package of every selected contact in one step. */
export class AssignContacts {
  readonly #ports: AssigningPorts;

  constructor(ports: AssigningPorts) {
    this.#ports = ports;
  }

  async run(scope: BookScope, selection: Selection, change: AssignmentChange, by: string): Promise<number> {
    const catalog = await loadCatalog(this.#ports, scope.tenantId);
    const { destinationId, packageId } = change;
    if (destinationId && !catalog.destinations.has(destinationId)) {
      throw new DestinationUnknown('destinationId names no destination of your storage accounts.');
    }
    if (packageId && !catalog.packages.has(packageId)) {
      throw new PackageUnknown('packageId names no package.');
    }
    const updated = await this.#ports.contactBook.assign(scope, selection, change);
    await this.#ports.activityLog.record(scope.tenantId, {
      at: this.#ports.clock.now().toISOString(),
      by,
      action: 'contacts_assigned',
      subject: String(updated),
    });
    return updated;
  }
}

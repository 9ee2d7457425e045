import { type Catalog, catalogOf, type Destination, type Package } from '../../core/domain/catalog.ts';
import type { Assignment, Contact, Link } from '../../core/domain/contact.ts';
import { emailKey } from '../../core/domain/email.ts';
import type { BookEntry } from '../../core/domain/email-group.ts';
import type { FailedAttempt } from '../../core/domain/failed-attempt.ts';
import { accountId, contactId, destinationId, packageId, userId } from '../../core/domain/ids.ts';
import type { UserTarget } from '../../core/domain/import-plan.ts';
import type { ManagedUser, UserDestination } from '../../core/domain/managed-user.ts';

/**
 * Builders of believable values. Each starts from the same person, Ada Lovelace of Analytical Engines, so that a
 * test names only what it is about; a contact and a user built with the defaults are in step.
 */
const ADA = { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@engines.example' } as const;
const ACCOUNT = 'Analytical Engines';

export function aContact(given: Partial<Contact> = {}): Contact {
  return {
    id: contactId('1'),
    ...ADA,
    accountId: accountId('100'),
    account: ACCOUNT,
    isActive: true,
    isGone: false,
    ...given,
  };
}

export function aUser(given: Partial<ManagedUser> = {}): ManagedUser {
  return {
    id: userId('user-1'),
    ...ADA,
    company: ACCOUNT,
    isEnabled: true,
    destinations: [aUserDestination()],
    ...given,
  };
}

export function aUserDestination(given: Partial<UserDestination> = {}): UserDestination {
  return { destinationId: destinationId('destination-1'), packageId: packageId('package-1'), ...given };
}

export function aDestination(given: Partial<Destination> = {}): Destination {
  return {
    id: destinationId('destination-1'),
    name: 'backups-eu',
    kind: 'bucket',
    storageAccount: 'Corporate S3',
    ...given,
  };
}

export function aPackage(given: Partial<Package> = {}): Package {
  return { id: packageId('package-1'), name: 'Workstation 100 GB', storageLimitGb: 100, enabled: true, ...given };
}

/** A catalog of two destinations (1, 2) and three packages (1, 2, and the disabled one, 3). */
export function aCatalog(): Catalog {
  return catalogOf(
    [aDestination(), aDestination({ id: destinationId('destination-2'), name: 'backups-us' })],
    [
      aPackage(),
      aPackage({ id: packageId('package-2'), name: 'Workstation 500 GB', storageLimitGb: 500 }),
      aPackage({ id: packageId('package-3'), name: 'Trial 10 GB', storageLimitGb: 10, enabled: false }),
    ],
  );
}

export function anAssignment(given: Partial<Assignment> = {}): Assignment {
  return { destinationId: destinationId('destination-1'), packageId: packageId('package-1'), ...given };
}

/** A link to the user with the values that it had when it was imported. */
export function aLink(given: Partial<Link> = {}): Link {
  return {
    userId: userId('user-1'),
    firstName: ADA.firstName,
    lastName: ADA.lastName,
    account: ACCOUNT,
    importedAt: '2026-11-24T09:00:00.000Z',
    ...given,
  };
}

export function anAttempt(given: Partial<FailedAttempt> = {}): FailedAttempt {
  return { code: 'console_refused', quote: null, emailKey: emailKey(ADA.email), userId: null, ...given };
}

/** A contact with its assignment, not imported yet. */
export function anEntry(given: Partial<Omit<BookEntry, 'contact'>> & { contact?: Partial<Contact> } = {}): BookEntry {
  const { contact, ...rest } = given;
  return { assignment: anAssignment(), link: null, attempt: null, ...rest, contact: aContact(contact) };
}

export function aTarget(given: Partial<UserTarget> = {}): UserTarget {
  return {
    ...ADA,
    company: ACCOUNT,
    destinationId: destinationId('destination-1'),
    packageId: packageId('package-1'),
    ...given,
  };
}

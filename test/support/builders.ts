import { type Catalog, catalogOf, type Destination, type Package } from '../../core/domain/catalog.ts';
import type { Assignment, Contact, Link } from '../../core/domain/contact.ts';
import type { BookEntry } from '../../core/domain/email-group.ts';
import type { FailedAttempt } from '../../core/domain/failed-attempt.ts';
import { accountId, contactId, destinationId, packageId, userId } from '../../core/domain/ids.ts';
import type { ManagedUser } from '../../core/domain/managed-user.ts';

// Values that fit together: what one builder gives is in step with what the others give.

export const BUCKET = destinationId('destination-bucket');
export const SECOND_BUCKET = destinationId('destination-second');
export const PACKAGE = packageId('package-100');
export const SECOND_PACKAGE = packageId('package-500');
export const DISABLED_PACKAGE = packageId('package-disabled');

export const UNASSIGNED: Assignment = { destinationId: null, packageId: null };
export const ASSIGNED: Assignment = { destinationId: BUCKET, packageId: PACKAGE };

export function aContact(overrides: Partial<Contact> = {}): Contact {
  return {
    id: contactId('101'),
    firstName: 'Zoë',
    lastName: 'Lindqvist',
    email: 'zoe.lindqvist@harbour-dental.example',
    accountId: accountId('7'),
    account: 'Harbour Dental',
    isActive: true,
    isGone: false,
    ...overrides,
  };
}

export function aUser(overrides: Partial<ManagedUser> = {}): ManagedUser {
  return {
    id: userId('user-1'),
    email: 'zoe.lindqvist@harbour-dental.example',
    firstName: 'Zoë',
    lastName: 'Lindqvist',
    company: 'Harbour Dental',
    isEnabled: true,
    destinations: [ASSIGNED_DESTINATION],
    ...overrides,
  };
}

const ASSIGNED_DESTINATION = { destinationId: BUCKET, packageId: PACKAGE };

export function aLink(overrides: Partial<Link> = {}): Link {
  return {
    userId: userId('user-1'),
    firstName: 'Zoë',
    lastName: 'Lindqvist',
    account: 'Harbour Dental',
    importedAt: '2026-03-02T09:00:00.000Z',
    ...overrides,
  };
}

export function anAttempt(overrides: Partial<FailedAttempt> = {}): FailedAttempt {
  return {
    code: 'console_refused',
    quote: null,
    emailKey: 'zoe.lindqvist@harbour-dental.example',
    userId: null,
    ...overrides,
  };
}

/** An entry of a contact, assigned and without a history. */
export function anEntry(contact: Partial<Contact> = {}, beside: Partial<Omit<BookEntry, 'contact'>> = {}): BookEntry {
  return { contact: aContact(contact), assignment: ASSIGNED, link: null, attempt: null, ...beside };
}

export function aDestination(overrides: Partial<Destination> = {}): Destination {
  return { id: BUCKET, name: 'clients-eu', kind: 'bucket', storageAccount: 'Amazon Frankfurt', ...overrides };
}

export function aPackage(overrides: Partial<Package> = {}): Package {
  return { id: PACKAGE, name: 'Workstation 100', storageLimitGb: 100, enabled: true, ...overrides };
}

export function aCatalog(): Catalog {
  return catalogOf(
    [aDestination(), aDestination({ id: SECOND_BUCKET, name: 'clients-us' })],
    [
      aPackage(),
      aPackage({ id: SECOND_PACKAGE, name: 'Workstation 500', storageLimitGb: 500 }),
      aPackage({ id: DISABLED_PACKAGE, name: 'Trial', storageLimitGb: 10, enabled: false }),
    ],
  );
}

import type { UserTarget } from '../../core/domain/import-plan.ts';
import { assignmentBody } from './assignment-body.ts';
import { fieldOf, type JsonObject } from './json.ts';
import type { Call } from './session.ts';
import { wireAssignments } from './wire-user.ts';
import { wireFlag, wireId, wireText } from './wire-value.ts';

/**
 * The calls that bring a user, as it was read, to the target: the destination or its package first, which MBS is more
 * likely to refuse, then name and company. No other destination is touched.
 */
export function changesOf(user: JsonObject, target: UserTarget): readonly Call[] {
  return [...assignmentChanges(user, target), ...nameChanges(user, target)];
}

/** Destinations of a user change by calls of their own (mbs.md §0.2). */
function assignmentChanges(user: JsonObject, target: UserTarget): readonly Call[] {
  const present = wireAssignments(user).filter(({ destinationId }) => destinationId === target.destinationId);
  if (present.some(({ packageId }) => packageId === target.packageId)) return [];
  const body = { UserID: wireId(user, 'ID'), ...assignmentBody(target) };
  const [assigned] = present;
  return assigned === undefined
    ? [{ method: 'POST', path: 'Destinations', body }]
    : [{ method: 'PUT', path: 'Destinations', body: { ID: assigned.id, ...body } }];
}

/** What is left out may be blanked, so everything is sent back (mbs.md §3.3, inferred); but never a password. */
function nameChanges(user: JsonObject, { firstName, lastName, company }: UserTarget): readonly Call[] {
  const wanted = {
    FirstName: firstName,
    LastName: lastName,
    Company: company === '' ? wireText(user, 'Company') : company,
  };
  const isSame = Object.entries(wanted).every(([name, value]) => wireText(user, name) === value);
  if (isSame) return [];
  const body = {
    ID: wireId(user, 'ID'),
    Email: wireText(user, 'Email'),
    NotificationEmails: fieldOf(user, 'NotificationEmails'),
    Enabled: wireFlag(user, 'Enabled'),
    ...licenseMode(user),
    ...wanted,
  };
  return [{ method: 'PUT', path: 'Users', body }];
}

/** Misspelt on the wire, though one edition of the documentation spells it right (mbs.md §3.3): back as it came. */
function licenseMode(user: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(user).filter(([name]) => /^LicenseManage?mentMode$/i.test(name)));
}

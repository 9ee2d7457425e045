import { isDeepStrictEqual } from 'node:util';
import { assignmentBody } from './assignment-body.ts';
import { fieldOf, type JsonObject } from './json.ts';
import type { Call } from './session.ts';
import type { WantedAssignment, WantedUser } from './wanted-user.ts';
import { wireAssignments } from './wire-user.ts';
import { wireFlag, wireId, wireText } from './wire-value.ts';

/**
 * The calls that make of a user, as it was read, what is wanted: the destination or its package first, which MBS is
 * more likely to refuse, then its fields. No other destination is touched.
 */
export function changesOf(user: JsonObject, wanted: WantedUser): readonly Call[] {
  const { assignment } = wanted;
  return [...(assignment === undefined ? [] : assignmentChanges(user, assignment)), ...fieldChanges(user, wanted)];
}

/** Destinations of a user change by calls of their own (mbs.md §0.2). */
function assignmentChanges(user: JsonObject, target: WantedAssignment): readonly Call[] {
  const present = wireAssignments(user).filter(({ destinationId }) => destinationId === target.destinationId);
  if (present.some(({ packageId }) => packageId === target.packageId)) return [];
  const body = { UserID: wireId(user, 'ID'), ...assignmentBody(target) };
  const [assigned] = present;
  return assigned === undefined
    ? [{ method: 'POST', path: 'Destinations', body }]
    : [{ method: 'PUT', path: 'Destinations', body: { ID: assigned.id, ...body } }];
}

/** What is left out may be blanked, so everything is sent back (mbs.md §3.3, inferred); but never a password. */
function fieldChanges(user: JsonObject, wanted: WantedUser): readonly Call[] {
  const present = {
    Email: wireText(user, 'Email'),
    FirstName: wireText(user, 'FirstName'),
    LastName: wireText(user, 'LastName'),
    Company: wireText(user, 'Company'),
    Enabled: wireFlag(user, 'Enabled'),
  };
  const next = {
    Email: wanted.email ?? present.Email,
    FirstName: wanted.firstName ?? present.FirstName,
    LastName: wanted.lastName ?? present.LastName,
    Company: wanted.company ?? present.Company,
    Enabled: wanted.isEnabled ?? present.Enabled,
  };
  if (isDeepStrictEqual(next, present)) return [];
  const body = {
    ID: wireId(user, 'ID'),
    ...next,
    NotificationEmails: fieldOf(user, 'NotificationEmails'),
    ...licenseMode(user),
  };
  return [{ method: 'PUT', path: 'Users', body }];
}

/** Misspelt on the wire, though one edition of the documentation spells it right (mbs.md §3.3): back as it came. */
function licenseMode(user: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(user).filter(([name]) => /^LicenseManage?mentMode$/i.test(name)));
}

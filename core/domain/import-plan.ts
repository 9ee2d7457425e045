import { assignmentProblems, effectiveAssignment, hasAssigned } from './assignment.ts';
import type { Catalog } from './catalog.ts';
import type { Assignment, Contact } from './contact.ts';
import { isSameOnBothSides } from './difference.ts';
import { type BookEntry, canShare } from './email-group.ts';
import type { DestinationId, PackageId } from './ids.ts';
import { contactProblems, type Derivation, emailProblems } from './integration-status.ts';
import type { ManagedUser } from './managed-user.ts';
import { firstReason, type ReasonCode, reasonIf } from './reason.ts';
import { type AccountScope, isInScope } from './scope.ts';

/** The user as an import wants it to be. */
export interface UserTarget {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly destinationId: DestinationId;
  readonly packageId: PackageId;
}

/** What an import would do for one contact. A blocked one has a reason and changes nothing. */
export type PlannedImport =
  | { readonly effect: 'create'; readonly entry: BookEntry; readonly target: UserTarget }
  | {
      readonly effect: 'update' | 'unchanged';
      readonly entry: BookEntry;
      readonly target: UserTarget;
      readonly user: ManagedUser;
    }
  | { readonly effect: 'blocked'; readonly entry: BookEntry; readonly reason: ReasonCode };

export type ImportEffect = PlannedImport['effect'];

/** What is about to be done for an item of an import. */
export type ImportIntent = 'create' | 'update';

export interface PlanContext {
  readonly catalog: Catalog;
  readonly accounts: AccountScope;
  /** How many active contacts of the same selection have the same email, this one included. */
  readonly rivals: number;
}

/** Decides what an import does for a contact; pure, and the same for the preview and the import. */
export function planImport(derivation: Derivation, context: PlanContext): PlannedImport {
  const { entry, candidate } = derivation;
  const assignment = effectiveAssignment(entry.assignment, candidate);
  const target = targetWith(entry.contact, assignment);
  const reason = firstReason(
    emailProblems(entry.contact),
    reasonIf(isRefusedAsShared(derivation, context.rivals), 'email_shared'),
    reasonIf(assignment.destinationId === null, 'destination_required'),
    reasonIf(assignment.packageId === null, 'package_required'),
    assignmentProblems(assignment, candidate, context.catalog),
    reasonIf(!isWithinScope(derivation, context.accounts), 'account_out_of_scope'),
    contactProblems(entry.contact),
  );
  if (reason !== null || target === null) return { effect: 'blocked', entry, reason: reason ?? 'destination_required' };
  if (candidate === null) return { effect: 'create', entry, target };
  return {
    effect: isInStep(candidate, entry.contact, target) ? 'unchanged' : 'update',
    entry,
    target,
    user: candidate,
  };
}

/** The user as an import of the contact wants it to be; null when nothing is assigned and nothing can be inferred. */
export function targetOf({ contact, assignment }: BookEntry, candidate: ManagedUser | null): UserTarget | null {
  return targetWith(contact, effectiveAssignment(assignment, candidate));
}

function targetWith(contact: Contact, { destinationId, packageId }: Assignment): UserTarget | null {
  if (destinationId === null || packageId === null) return null;
  return {
    email: contact.email.trim(),
    firstName: contact.firstName.trim(),
    lastName: contact.lastName.trim(),
    company: contact.account.trim(),
    destinationId,
    packageId,
  };
}

/** Of several selected contacts with one email none is imported, unless the user is one's own already. */
function isRefusedAsShared({ ownership, entry }: Derivation, rivals: number): boolean {
  if (ownership === 'own' || !canShare(entry.contact)) return false;
  return ownership === 'others' || rivals > 1;
}

function isWithinScope({ entry, candidate }: Derivation, accounts: AccountScope): boolean {
  const present = candidate === null || candidate.company === '' ? entry.contact.account : candidate.company;
  return isInScope(accounts, entry.contact.account) && isInScope(accounts, present);
}

/** Whether the user is what an import of the contact wants it to be. */
export function isInStep(user: ManagedUser, contact: Contact, target: UserTarget): boolean {
  return isSameOnBothSides(contact, user) && hasAssigned(user, target);
}

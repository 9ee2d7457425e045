import { assignmentProblems, effectiveAssignment } from './assignment.ts';
import type { Catalog } from './catalog.ts';
import type { Contact, Link } from './contact.ts';
import { type Difference, differencesBetween } from './difference.ts';
import { isValidEmail } from './email.ts';
import {
  type BookEntry,
  canShare,
  type EmailGroup,
  type Ownership,
  ownershipOf,
  sharingContacts,
} from './email-group.ts';
import { type FailedAttempt, settleAttempt } from './failed-attempt.ts';
import type { ContactId } from './ids.ts';
import type { ManagedUser } from './managed-user.ts';
import { firstReason, type ReasonCode, reasonIf } from './reason.ts';

/**
 * How a contact stands against Managed Backup. The first that holds, from the top:
 *
 * | status   | holds when                                                              |
 * | -------- | ----------------------------------------------------------------------- |
 * | failed   | the last import attempt failed or was blocked, see {@link FailedAttempt} |
 * | blank    | no user has the email, or the user is another contact's or ambiguous      |
 * | equal    | first name, last name and account are the same on both sides             |
 * | modified | one of them differs                                                     |
 */
export type IntegrationStatus = 'blank' | 'equal' | 'modified' | 'failed';

export const INTEGRATION_STATUSES: readonly IntegrationStatus[] = ['blank', 'equal', 'failed', 'modified'];

/** What follows for one contact from all that is known now. */
export interface Derivation {
  readonly entry: BookEntry;
  readonly status: IntegrationStatus;
  /** What blocks an import now or needs a decision; of a failed row the reason of the attempt. */
  readonly problem: ReasonCode | null;
  /** Whose the user with the email is; `others` means another contact's, decided or not. */
  readonly ownership: 'own' | 'others' | 'ambiguous' | 'free';
  /** The user that belongs to the contact. */
  readonly user: ManagedUser | null;
  /** The user that an import of this contact alone would bring in step: its own, or the ambiguous one. */
  readonly candidate: ManagedUser | null;
  readonly differences: readonly Difference[];
  /** The attempt as it stands now; null when it no longer counts. */
  readonly attempt: FailedAttempt | null;
}

/** Derives every contact of one email. The order of the contacts does not matter. */
export function deriveGroup(group: EmailGroup, catalog: Catalog): Derivation[] {
  const groupOwnership = ownershipOf(group);
  const sharing = sharingContacts(group);
  return group.entries.map((entry) => {
    const ownership = ownershipFor(entry.contact.id, groupOwnership);
    const candidate = ownership === 'own' || ownership === 'ambiguous' ? group.user : null;
    const user = ownership === 'own' ? group.user : null;
    const attempt = settleAttempt(entry.attempt, group.emailKey, group.user);
    const differences = user === null ? [] : differencesBetween(entry.contact, user, linkTo(user, entry));
    const assignment = effectiveAssignment(entry.assignment, candidate);
    const holding = firstReason(
      emailProblems(entry.contact),
      canShare(entry.contact) ? ownershipProblems(ownership, sharing.has(entry.contact.id)) : [],
      assignmentProblems(assignment, candidate, catalog),
      contactProblems(entry.contact),
    );
    return {
      entry,
      status: statusOf(attempt, user, differences),
      problem: attempt?.code ?? holding,
      ownership,
      user,
      candidate,
      differences,
      attempt,
    };
  });
}

function ownershipFor(contact: ContactId, ownership: Ownership): Derivation['ownership'] {
  if (ownership.kind === 'free') return 'free';
  if (ownership.kind === 'owned') return ownership.owner === contact ? 'own' : 'others';
  return ownership.candidates.has(contact) ? 'ambiguous' : 'others';
}

function linkTo(user: ManagedUser, { link }: BookEntry): Link | null {
  return link?.userId === user.id ? link : null;
}

function statusOf(
  attempt: FailedAttempt | null,
  user: ManagedUser | null,
  differences: readonly Difference[],
): IntegrationStatus {
  if (attempt !== null) return 'failed';
  if (user === null) return 'blank';
  return differences.length === 0 ? 'equal' : 'modified';
}

function ownershipProblems(ownership: Derivation['ownership'], isSharing: boolean): readonly ReasonCode[] {
  if (ownership === 'ambiguous') return ['email_ambiguous'];
  return reasonIf(ownership === 'others' || isSharing, 'email_shared');
}

/** What is wrong with the email itself. */
export function emailProblems(contact: Contact): readonly ReasonCode[] {
  if (contact.email.trim() === '') return ['email_missing'];
  return reasonIf(!isValidEmail(contact.email), 'email_invalid');
}

/** What is wrong with the contact itself. */
export function contactProblems(contact: Contact): readonly ReasonCode[] {
  if (contact.isGone) return ['contact_gone'];
  const ofAccount = reasonIf(contact.account.trim() === '', 'account_missing');
  return contact.isActive ? ofAccount : [...ofAccount, 'contact_inactive'];
}

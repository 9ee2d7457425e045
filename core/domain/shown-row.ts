import { effectiveAssignment } from './assignment.ts';
import { comparable, isSameText } from './comparison.ts';
import type { Assignment } from './contact.ts';
import type { Derivation } from './integration-status.ts';
import { firstReason, type ReasonCode } from './reason.ts';
import { type AccountScope, isInScope } from './scope.ts';

/** What the user of a contact adds to its row. */
export interface OfUser {
  /** The destination and package that the row shows: those that are chosen, else the user's own. */
  readonly shown: Assignment;
  /** The user's company when it is another than the contact's account, in the form in which scopes are compared. */
  readonly userCompany: string | null;
}

export function ofUser({ entry, user }: Derivation): OfUser {
  const isElsewhere = user !== null && user.company !== '' && !isSameText(user.company, entry.contact.account);
  return {
    shown: effectiveAssignment(entry.assignment, user),
    userCompany: isElsewhere ? comparable(user.company) : null,
  };
}

/** Whether the user is kept from who sees the contact, because it belongs to a company out of the scope. */
export function isUserHidden({ userCompany }: Pick<OfUser, 'userCompany'>, accounts: AccountScope): boolean {
  return userCompany !== null && !isInScope(accounts, userCompany);
}

/** What a row shows as assigned to whoever sees no more than the scope. */
export function shownAssignment(chosen: Assignment, ofTheUser: OfUser, accounts: AccountScope): Assignment {
  const { destinationId, packageId } = ofTheUser.shown;
  if (!isUserHidden(ofTheUser, accounts)) return { destinationId, packageId };
  return { destinationId: chosen.destinationId, packageId: chosen.packageId };
}

/** The problem of a contact whose user is hidden and whose last attempt has not failed. */
export function problemOfHidden(problem: ReasonCode | null): ReasonCode {
  return firstReason(problem === null ? ['account_out_of_scope'] : ['account_out_of_scope', problem]);
}

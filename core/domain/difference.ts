import { isSameText } from './comparison.ts';
import type { Contact, Link } from './contact.ts';
import type { ManagedUser } from './managed-user.ts';

type ComparedField = 'firstName' | 'lastName' | 'account';
/** The side that changed since the last import; unknown without one. */
type ChangedSide = 'autotask' | 'mbs' | 'both' | 'unknown';

export interface Difference {
  readonly field: ComparedField;
  readonly autotask: string;
  readonly mbs: string;
  readonly changedIn: ChangedSide;
}

/** Whether first name, last name and account of contact and user are the same; nothing else makes a contact Modified. */
export function isSameOnBothSides(contact: Contact, user: ManagedUser): boolean {
  return (
    isSameText(contact.firstName, user.firstName) &&
    isSameText(contact.lastName, user.lastName) &&
    isSameText(contact.account, user.company)
  );
}

/** What makes a contact Modified. */
export function differencesBetween(contact: Contact, user: ManagedUser, link: Link | null): Difference[] {
  if (isSameOnBothSides(contact, user)) return [];
  const compared = [
    { field: 'firstName', autotask: contact.firstName, mbs: user.firstName, imported: link?.firstName },
    { field: 'lastName', autotask: contact.lastName, mbs: user.lastName, imported: link?.lastName },
    { field: 'account', autotask: contact.account, mbs: user.company, imported: link?.account },
  ] as const;
  return compared
    .filter(({ autotask, mbs }) => !isSameText(autotask, mbs))
    .map(({ field, autotask, mbs, imported }) => ({
      field,
      autotask,
      mbs,
      changedIn: changedSide(autotask, mbs, imported),
    }));
}

function changedSide(autotask: string, mbs: string, imported: string | undefined): ChangedSide {
  if (imported === undefined) return 'unknown';
  if (isSameText(mbs, imported)) return 'autotask';
  return isSameText(autotask, imported) ? 'mbs' : 'both';
}

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

/** What makes a contact Modified: first name, last name and account, and nothing else. */
export function differencesBetween(contact: Contact, user: ManagedUser, link: Link | null): Difference[] {
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

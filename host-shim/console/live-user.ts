import type { ManagedBackup } from '../../adapters/plugin.ts';
import { ConsoleProblem, type ConsoleProblemCode } from './console-problem.ts';
import { fromManagedBackup, notHere, type Refusal, refusedBy } from './live-problem.ts';
import { assignmentOf, type User, type UserChange } from './user-fields.ts';

type EditResult = Awaited<ReturnType<ManagedBackup['editUser']>>;
type LiveUser = Extract<EditResult, { kind: 'changed' }>['user'];

/** Refusals that are about one field. */
const FIELD_PROBLEMS: Readonly<
  Partial<
    Record<Refusal['code'], { readonly code: ConsoleProblemCode; readonly detail: string; readonly field: string }>
  >
> = {
  email_taken_elsewhere: {
    code: 'email_taken',
    detail: '"email" must be new: Managed Backup says that it is taken.',
    field: 'email',
  },
  destination_gone: {
    code: 'destination_unknown',
    detail: '"destinationId" must be the id of a destination that exists.',
    field: 'destinationId',
  },
  package_gone: {
    code: 'package_unknown',
    detail: '"packageId" must be the id of a package that exists.',
    field: 'packageId',
  },
  package_disabled: {
    code: 'package_disabled',
    detail: '"packageId" must be the id of an enabled package.',
    field: 'packageId',
  },
};

/** Changes a user of live Managed Backup, and answers the user as it was read back; null when there is none. */
export async function changeLiveUser(
  managedBackup: ManagedBackup,
  { tenantId, id, change }: { readonly tenantId: string; readonly id: string; readonly change: UserChange },
): Promise<User | null> {
  const assignment = assignmentOf(change);
  if (assignment === null) throw notHere('A destination is taken from a user in the Managed Backup console only.');
  const edit = {
    email: change.email?.trim(),
    firstName: change.firstName?.trim(),
    lastName: change.lastName?.trim(),
    company: change.company?.trim(),
    isEnabled: change.enabled,
    assignment,
  };
  const result = await fromManagedBackup('managed_backup_unavailable', managedBackup.editUser(tenantId, id, edit));
  switch (result.kind) {
    case 'changed':
      return shownUser(result.user);
    case 'absent':
      return null;
    case 'rejected':
      throw problemOf(result);
    case 'unknown':
      throw new ConsoleProblem(
        'managed_backup_unclear',
        'Managed Backup does not show the user as it was to be. Load the page again and look at the user before you ' +
          'repeat the change.',
      );
  }
}

export function shownUser({ id, email, firstName, lastName, company, isEnabled, destinations }: LiveUser): User {
  const [only, ...others] = destinations;
  const sole = others.length === 0 ? only : undefined;
  return {
    id,
    email,
    firstName,
    lastName,
    company,
    enabled: isEnabled,
    destinationId: sole?.destinationId ?? null,
    packageId: sole?.packageId ?? null,
    destinations: destinations.map(({ destinationId, packageId }) => ({ destinationId, packageId })),
  };
}

function problemOf(refusal: Refusal): ConsoleProblem {
  const known = FIELD_PROBLEMS[refusal.code];
  if (known === undefined) return refusedBy(refusal);
  return new ConsoleProblem(known.code, known.detail, { field: known.field });
}

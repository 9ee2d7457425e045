import type { Knex } from 'knex';
import { ConsoleProblem } from './console-problem.ts';
import type { Assignment } from './user-fields.ts';

interface AssignmentRow {
  readonly user_id: string;
  readonly destination_id: string;
  readonly package_id: string;
}

/** Adds the destination or changes its package; other destinations of the user stay. */
export async function assignStorage(
  transaction: Knex.Transaction,
  owner: { readonly tenantId: string; readonly userId: string },
  assignment: Assignment,
): Promise<void> {
  await refuseUnknown(transaction, owner.tenantId, assignment);
  await transaction('console_user_destination')
    .insert({
      user_id: owner.userId,
      destination_id: assignment.destinationId,
      package_id: assignment.packageId,
    })
    .onConflict(['user_id', 'destination_id'])
    .merge(['package_id']);
}

export async function clearStorage(transaction: Knex.Transaction, userId: string): Promise<void> {
  await transaction('console_user_destination').where({ user_id: userId }).delete();
}

export async function assignmentsOf(
  knex: Knex,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Assignment[]>> {
  const rows: readonly AssignmentRow[] = await knex('console_user_destination')
    .whereIn('user_id', [...userIds])
    .orderBy(['user_id', 'destination_id']);
  const assignments = new Map<string, Assignment[]>();
  for (const row of rows) {
    const own = assignments.get(row.user_id) ?? [];
    own.push({ destinationId: row.destination_id, packageId: row.package_id });
    assignments.set(row.user_id, own);
  }
  return assignments;
}

async function refuseUnknown(
  transaction: Knex.Transaction,
  tenantId: string,
  { destinationId, packageId }: Assignment,
): Promise<void> {
  const destinations: readonly unknown[] = await transaction('console_destination')
    .where({ tenant_id: tenantId, id: destinationId })
    .select('id');
  if (destinations.length === 0) {
    throw new ConsoleProblem('destination_unknown', '"destinationId" must be the id of a destination that exists.', {
      field: 'destinationId',
    });
  }
  const packages: readonly { enabled: boolean | number }[] = await transaction('console_package')
    .where({ tenant_id: tenantId, id: packageId })
    .select('enabled');
  if (packages[0] === undefined) {
    throw new ConsoleProblem('package_unknown', '"packageId" must be the id of a package that exists.', {
      field: 'packageId',
    });
  }
  if (!packages[0].enabled) {
    throw new ConsoleProblem('package_disabled', '"packageId" must be the id of an enabled package.', {
      field: 'packageId',
    });
  }
}

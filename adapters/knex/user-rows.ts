import type { Knex } from 'knex';
import { destinationId, packageId, userId } from '../../core/domain/ids.ts';
import type { ManagedUser, UserDestination } from '../../core/domain/managed-user.ts';
import { readManyRows } from './read-rows.ts';

/** A user beside one of its destinations; a user without one has a single row. */
interface UserRow {
  readonly id: string;
  readonly email: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly company: string;
  /** A number in SQLite. */
  readonly enabled: boolean | number;
  readonly destination_id: string | null;
  readonly package_id: string | null;
}

const USER_COLUMNS = ['id', 'email', 'first_name', 'last_name', 'company', 'enabled'] as const;
const ASSIGNED_COLUMNS = ['destination_id', 'package_id'] as const;

/** Reads the users of a query over console_user that has the alias "users". */
export async function readUsers(query: Knex.QueryBuilder, knex: Knex): Promise<ManagedUser[]> {
  const joined = query
    .leftJoin('console_user_destination as assigned', 'assigned.user_id', 'users.id')
    .select(
      ...USER_COLUMNS.map((column) => `users.${column}`),
      ...ASSIGNED_COLUMNS.map((column) => `assigned.${column}`),
    );
  const rows = await readManyRows<UserRow>(joined, knex, [...USER_COLUMNS, ...ASSIGNED_COLUMNS]);
  const users = new Map<string, { row: UserRow; destinations: UserDestination[] }>();
  for (const row of rows) {
    const user = users.get(row.id) ?? { row, destinations: [] };
    users.set(row.id, user);
    if (row.destination_id !== null) user.destinations.push(destinationOf(row.destination_id, row.package_id));
  }
  return [...users.values()].map(({ row, destinations }) => userOf(row, destinations));
}

function destinationOf(destination: string, assigned: string | null): UserDestination {
  return { destinationId: destinationId(destination), packageId: assigned === null ? null : packageId(assigned) };
}

function userOf(row: UserRow, destinations: UserDestination[]): ManagedUser {
  return {
    id: userId(row.id),
    email: row.email,
    firstName: row.first_name,
    lastName: row.last_name,
    company: row.company,
    isEnabled: Boolean(row.enabled),
    destinations: destinations.sort((one, other) => (one.destinationId < other.destinationId ? -1 : 1)),
  };
}

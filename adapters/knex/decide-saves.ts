import { emailKey } from '../../core/domain/email.ts';
import { type DestinationId, type PackageId, type TenantId, type UserId, userId } from '../../core/domain/ids.ts';
import type { UserTarget } from '../../core/domain/import-plan.ts';
import type { ManagedUser } from '../../core/domain/managed-user.ts';
import { firstReason, type ReasonCode, reasonIf } from '../../core/domain/reason.ts';
import { isSameUser } from '../../core/domain/same-user.ts';
import type { SaveUser } from '../../core/ports/user-repository.ts';
import { isStorable } from './storable-text.ts';

/** What the tables hold of all that the commands name. */
export interface SaveState {
  /** Whose the logins are, by email key; free ones are absent. */
  readonly loginOwners: ReadonlyMap<string, TenantId>;
  /** The provider's users that updates name. */
  readonly users: ReadonlyMap<UserId, ManagedUser>;
  /** The provider's own. */
  readonly destinations: ReadonlySet<DestinationId>;
  readonly packages: ReadonlySet<PackageId>;
}

export type SaveDecision =
  | { readonly kind: 'create'; readonly id: UserId; readonly emailKey: string; readonly target: UserTarget }
  | { readonly kind: 'update'; readonly id: UserId; readonly target: UserTarget }
  | { readonly kind: 'reject'; readonly code: ReasonCode; readonly quote: string | null };

const UNSTORABLE = 'A name or the email holds a character that cannot be stored.';

/** Decides the commands as if they were carried out one after another: the second for one login comes too late. */
export function decideSaves(
  commands: readonly SaveUser[],
  state: SaveState,
  { tenantId, newId }: { readonly tenantId: TenantId; readonly newId: () => string },
): SaveDecision[] {
  const saved = new Set<string>();
  return commands.map((command) => {
    const login = emailKey(command.kind === 'create' ? command.target.email : command.expected.email);
    const code = firstReason(
      reasonIf(saved.has(login), 'user_changed_meanwhile'),
      command.kind === 'create'
        ? loginReasons(tenantId, state.loginOwners.get(login))
        : expectationReasons(command.expected, state),
      assignmentReasons(command.target, state),
    );
    if (code !== null) return { kind: 'reject', code, quote: null };
    if (!isStorableTarget(command.target)) return { kind: 'reject', code: 'console_refused', quote: UNSTORABLE };
    saved.add(login);
    return command.kind === 'create'
      ? { kind: 'create', id: userId(newId()), emailKey: login, target: command.target }
      : { kind: 'update', id: command.expected.id, target: command.target };
  });
}

function loginReasons(tenantId: TenantId, owner: TenantId | undefined): ReasonCode[] {
  if (owner === undefined) return [];
  return [owner === tenantId ? 'user_changed_meanwhile' : 'email_taken_elsewhere'];
}

function expectationReasons(expected: ManagedUser, { users }: SaveState): ReasonCode[] {
  const user = users.get(expected.id);
  return user !== undefined && isSameUser(user, expected) ? [] : ['user_changed_meanwhile'];
}

function assignmentReasons({ destinationId, packageId }: UserTarget, state: SaveState): readonly ReasonCode[] {
  const ofDestination = reasonIf(!state.destinations.has(destinationId), 'destination_gone');
  return state.packages.has(packageId) ? ofDestination : [...ofDestination, 'package_gone'];
}

function isStorableTarget({ email, firstName, lastName, company }: UserTarget): boolean {
  return [email, firstName, lastName, company].every(isStorable);
}

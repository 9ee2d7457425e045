import type { Link } from '../../core/domain/contact.ts';
import { type UserId, userId } from '../../core/domain/ids.ts';
import type { PlannedImport, UserTarget } from '../../core/domain/import-plan.ts';
import type { ManagedUser } from '../../core/domain/managed-user.ts';
import type { Situation } from './arbitraries.ts';

/** A user with the target's values; destinations that are not the target's stay as they are. */
export function savedUser(target: UserTarget, before: ManagedUser | null, id: UserId): ManagedUser {
  const others = before?.destinations.filter(({ destinationId }) => destinationId !== target.destinationId) ?? [];
  return {
    id,
    email: before?.email ?? target.email,
    firstName: target.firstName,
    lastName: target.lastName,
    company: target.company,
    isEnabled: before?.isEnabled ?? true,
    destinations: [...others, { destinationId: target.destinationId, packageId: target.packageId }],
  };
}

/** The situation after every plan succeeded and its user was read back. */
export function applyPlans({ entries, users }: Situation, plans: readonly PlannedImport[]): Situation {
  const after = new Map(users.map((user) => [user.id, user]));
  const links = new Map<string, Link>();
  for (const [index, plan] of plans.entries()) {
    if (plan.effect === 'blocked') continue;
    const id = plan.effect === 'create' ? userId(`user-created-${index}`) : plan.user.id;
    const before = after.get(id) ?? null;
    const user = plan.effect === 'unchanged' && before !== null ? before : savedUser(plan.target, before, id);
    after.set(id, user);
    links.set(plan.entry.contact.id, linkTo(user));
  }
  const taken = new Set([...links.values()].map((link) => link.userId));
  return {
    users: [...after.values()],
    entries: entries.map((entry) => {
      const link = links.get(entry.contact.id);
      if (link !== undefined) return { ...entry, link, attempt: null };
      return entry.link !== null && taken.has(entry.link.userId) ? { ...entry, link: null } : entry;
    }),
  };
}

function linkTo({ id, firstName, lastName, company }: ManagedUser): Link {
  return { userId: id, firstName, lastName, account: company, importedAt: '2026-11-24T10:00:00.000Z' };
}

import { emailKey } from '../../core/domain/email.ts';
import type { RunId, TenantId } from '../../core/domain/ids.ts';
import type { ManagedUser } from '../../core/domain/managed-user.ts';
import { userImage } from '../../core/domain/same-user.ts';

/** Who has one email from a moment on: the user as somebody made or left it; null when nobody has. */
export interface UserChange {
  readonly tenantId: TenantId;
  readonly key: string;
  readonly by: RunId | 'people';
  readonly kind: 'created' | 'updated' | 'removed';
  /** The moment of the last look at the user before; null when the look and the change are one. */
  readonly lookedAt: number | null;
  readonly user: ManagedUser | null;
}

type NotedChange = Omit<UserChange, 'key' | 'user' | 'lookedAt'> & Partial<Pick<UserChange, 'lookedAt'>>;

/** All that has become of the users, in its order. A moment is how much had happened by then. */
export class ImportHistory {
  readonly #changes: UserChange[] = [];

  get moment(): number {
    return this.#changes.length;
  }

  note({ lookedAt = null, ...change }: NotedChange, email: string, user: ManagedUser | null): void {
    this.#changes.push({ ...change, lookedAt, key: emailKey(email), user: structuredClone(user) });
  }

  /** What has become of who has the email, with the moments. */
  of(tenantId: TenantId, key: string): readonly (readonly [number, UserChange])[] {
    return [...this.#changes.entries()].filter(([, change]) => change.tenantId === tenantId && change.key === key);
  }

  all(): readonly UserChange[] {
    return this.#changes;
  }

  /** Every user that had the email at some time between two moments. */
  between(tenantId: TenantId, key: string, [from, to]: readonly [number, number]): readonly (ManagedUser | null)[] {
    const changes = this.of(tenantId, key);
    const first = changes.findLast(([moment]) => moment < from)?.[1].user ?? null;
    const later = changes.filter(([moment]) => moment >= from && moment < to);
    return [first, ...later.map(([, { user }]) => user)];
  }
}

/** An image of nobody is an image, too. */
export function imageOf(user: ManagedUser | null): string {
  return user === null ? '' : userImage(user);
}

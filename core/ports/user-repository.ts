import type { TenantId, UserId } from '../domain/ids.ts';
import type { UserTarget } from '../domain/import-plan.ts';
import type { ManagedUser } from '../domain/managed-user.ts';
import type { ReasonCode } from '../domain/reason.ts';
import type { CancelSignal } from './cancel-signal.ts';

/**
 * One change that an import wants. An update brings name and company to the target's values and adds the
 * destination or changes its package; it never touches another destination or the email, and only goes ahead
 * while the user is as `expected`.
 */
export type SaveUser =
  | { readonly kind: 'create'; readonly target: UserTarget }
  | { readonly kind: 'update'; readonly expected: ManagedUser; readonly target: UserTarget };

/**
 * What became of a {@link SaveUser}. `unknown` means that the answer was lost: the effect may have happened, so it
 * must be looked up before anything is repeated.
 */
export type SaveResult =
  | { readonly kind: 'created' | 'updated'; readonly userId: UserId }
  | { readonly kind: 'rejected'; readonly code: ReasonCode; readonly quote: string | null }
  | { readonly kind: 'unknown' };

interface SaveOptions {
  /** Lets Managed Backup mail the instructions to new users, where that can be done. */
  readonly sendInstructions: boolean;
}

/** How old an answer may be. */
export interface Freshness {
  /**
   * Nothing older than this moment will do. Left out, what was so a minute ago may still be answered, as it is for
   * looking at statuses; whoever decides about a write says it.
   */
  readonly notBefore?: Date;
}

/**
 * The users of Managed Backup.
 *
 * @remarks
 * Emails are given in any form and compared by their key. Nothing here deletes a user.
 * Reading throws `console_unavailable`; saving never throws for a single user, it answers per command.
 */
export interface UserRepository {
  /** How many commands are best saved at once: enough to be quick, and few enough that progress shows. */
  readonly savedAtOnce: number;

  /** Whether new users can be mailed their instructions; else, or when it is left out, nobody is asked about it. */
  readonly mailsInstructions?: boolean;

  /** The provider's users that have one of the emails, in any order. */
  findByEmails(tenantId: TenantId, emails: readonly string[], options?: Freshness): Promise<readonly ManagedUser[]>;

  /** The provider's users with these ids, in any order; absent ones are left out. */
  findByIds(tenantId: TenantId, ids: readonly UserId[]): Promise<readonly ManagedUser[]>;

  /** Yields all users of the provider, each once. */
  all(tenantId: TenantId, signal: CancelSignal): AsyncIterable<readonly ManagedUser[]>;

  /**
   * Carries out the commands and answers one result for each, in their order. A company that is missing is
   * created once. A login that another provider owns is rejected with `email_taken_elsewhere`, one that this
   * provider owns by now, or a user who is not as expected, with `user_changed_meanwhile`.
   */
  saveMany(tenantId: TenantId, commands: readonly SaveUser[], options: SaveOptions): Promise<readonly SaveResult[]>;
}

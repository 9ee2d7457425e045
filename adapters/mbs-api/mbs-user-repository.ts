import { emailKey } from '../../core/domain/email.ts';
import type { TenantId, UserId } from '../../core/domain/ids.ts';
import type { ManagedUser } from '../../core/domain/managed-user.ts';
import type { CancelSignal } from '../../core/ports/cancel-signal.ts';
import type { Freshness, SaveResult, SaveUser, UserRepository } from '../../core/ports/user-repository.ts';
import { portError, reading } from './port-error.ts';
import type { Provider } from './provider.ts';
import { type SavingParts, UserSaving } from './user-saving.ts';
import { wireUser } from './wire-user.ts';

// Each save lists the users before and after, so not few; at 4 calls at once these take seconds, so not many.
export const SAVED_AT_ONCE = 200;

/**
 * The users of the MBS API, which can only be listed whole (mbs.md §0.6).
 *
 * Who looks for emails may be shown a list of up to a minute ago, unless it must be newer, but never one from before a
 * save that has ended here; ids are looked for when their users have changed, in a list of now.
 */
export class MbsUserRepository implements UserRepository {
  readonly savedAtOnce = SAVED_AT_ONCE;
  readonly mailsInstructions = true;
  readonly #provider: Provider;
  readonly #parts: SavingParts;

  constructor({ provider, ...parts }: { readonly provider: Provider } & SavingParts) {
    this.#provider = provider;
    this.#parts = parts;
  }

  async findByEmails(
    tenantId: TenantId,
    emails: readonly string[],
    { notBefore }: Freshness = {},
  ): Promise<readonly ManagedUser[]> {
    this.#provider.sessionOf(tenantId);
    if (emails.length === 0) return [];
    const { users } = await reading(this.#parts.list.recent(notBefore));
    return [...new Set(emails.map(emailKey))].flatMap((key) => users.get(key) ?? []);
  }

  async findByIds(tenantId: TenantId, ids: readonly UserId[]): Promise<readonly ManagedUser[]> {
    this.#provider.sessionOf(tenantId);
    if (ids.length === 0) return [];
    const wanted = new Set(ids);
    const { users } = await reading(this.#parts.list.fresh());
    return [...users.values()].filter(({ id }) => wanted.has(id));
  }

  async *all(tenantId: TenantId, signal: CancelSignal): AsyncIterable<readonly ManagedUser[]> {
    const session = this.#provider.sessionOf(tenantId);
    signal.throwIfAborted();
    try {
      for await (const batch of session.stream('Users')) {
        yield batch.map(wireUser);
        signal.throwIfAborted();
      }
    } catch (error) {
      throw portError(error);
    }
  }

  async saveMany(
    tenantId: TenantId,
    commands: readonly SaveUser[],
    { sendInstructions }: { readonly sendInstructions: boolean },
  ): Promise<readonly SaveResult[]> {
    this.#provider.sessionOf(tenantId);
    if (commands.length === 0) return [];
    return new UserSaving(this.#parts, { tenantId, sendInstructions }).run(commands);
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import type { TenantId, UserId } from '../../core/domain/ids.ts';
import type { CancelSignal } from '../../core/ports/cancel-signal.ts';
import type { SaveUser, UserRepository } from '../../core/ports/user-repository.ts';

/** Users behind a network: every call takes some milliseconds more. */
export class SlowUsers implements UserRepository {
  readonly savedAtOnce: number;
  readonly #users: UserRepository;
  readonly #latencyMs: number;

  constructor(users: UserRepository, latencyMs: number) {
    this.#users = users;
    this.savedAtOnce = users.savedAtOnce;
    this.#latencyMs = latencyMs;
  }

  async findByEmails(tenantId: TenantId, emails: readonly string[]) {
    await pause(this.#latencyMs);
    return this.#users.findByEmails(tenantId, emails);
  }

  async findByIds(tenantId: TenantId, ids: readonly UserId[]) {
    await pause(this.#latencyMs);
    return this.#users.findByIds(tenantId, ids);
  }

  async *all(tenantId: TenantId, signal: CancelSignal) {
    for await (const page of this.#users.all(tenantId, signal)) {
      await pause(this.#latencyMs);
      yield page;
    }
  }

  async saveMany(tenantId: TenantId, commands: readonly SaveUser[], options: { readonly sendInstructions: boolean }) {
    await pause(this.#latencyMs);
    return this.#users.saveMany(tenantId, commands, options);
  }
}

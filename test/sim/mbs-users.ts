import type { AsyncLocalStorage } from 'node:async_hooks';
import type { RunId, TenantId, UserId } from '../../core/domain/ids.ts';
import type { ManagedUser } from '../../core/domain/managed-user.ts';
import type { CancelSignal } from '../../core/ports/cancel-signal.ts';
import type { Freshness, SaveResult, SaveUser, UserRepository } from '../../core/ports/user-repository.ts';
import type { UserWatch } from './import-backup.ts';
import type { ImportHistory } from './import-history.ts';

interface MbsUsersParts extends UserWatch {
  readonly users: (tenantId: TenantId) => UserRepository;
  readonly savedAtOnce: number;
  /** Tells the wire for which run it carries a call: the works of a process share one adapter. */
  readonly runInCharge: AsyncLocalStorage<RunId>;
  readonly history: ImportHistory;
}

/** The users over the API as one work of a process has them, watched. */
export class MbsUsers implements UserRepository {
  readonly savedAtOnce: number;
  readonly #parts: MbsUsersParts;

  constructor(parts: MbsUsersParts) {
    this.savedAtOnce = parts.savedAtOnce;
    this.#parts = parts;
  }

  async findByEmails(
    tenantId: TenantId,
    emails: readonly string[],
    freshness?: Freshness,
  ): Promise<readonly ManagedUser[]> {
    const { users, history, onRead } = this.#parts;
    const from = history.moment;
    const found = await users(tenantId).findByEmails(tenantId, emails, freshness);
    onRead([from, history.moment]);
    return found;
  }

  findByIds(tenantId: TenantId, ids: readonly UserId[]): Promise<readonly ManagedUser[]> {
    return this.#parts.users(tenantId).findByIds(tenantId, ids);
  }

  async *all(tenantId: TenantId, signal: CancelSignal): AsyncIterable<readonly ManagedUser[]> {
    yield* this.#parts.users(tenantId).all(tenantId, signal);
  }

  saveMany(tenantId: TenantId, commands: readonly SaveUser[]): Promise<readonly SaveResult[]> {
    const { users, by, runInCharge, onCommand } = this.#parts;
    for (const command of commands) onCommand(command);
    const save = () => users(tenantId).saveMany(tenantId, commands, { sendInstructions: false });
    return by === 'people' ? save() : runInCharge.run(by, save);
  }
}

import type { MemoryUserRepository } from '../../adapters/memory/memory-user-repository.ts';
import type { TenantId, UserId } from '../../core/domain/ids.ts';
import type { ManagedUser } from '../../core/domain/managed-user.ts';
import type { CancelSignal } from '../../core/ports/cancel-signal.ts';
import { ConsoleUnavailable } from '../../core/ports/errors.ts';
import type { SaveResult, SaveUser, UserRepository } from '../../core/ports/user-repository.ts';
import type { HoldingProcess, UserWatch } from './import-backup.ts';
import type { ImportHistory } from './import-history.ts';
import type { ImportSchedule } from './import-schedule.ts';

interface ImportUsersParts extends HoldingProcess, UserWatch {
  readonly users: MemoryUserRepository;
  readonly history: ImportHistory;
  readonly schedule: ImportSchedule;
}

const LATE_MS = 30_000;

/** The users as a run meets them: each command has its own fate on the way to the console and back. */
export class ImportUsers implements UserRepository {
  /** Most batches are saved in several chunks. */
  readonly savedAtOnce = 2;
  readonly #parts: ImportUsersParts;

  constructor(parts: ImportUsersParts) {
    this.#parts = parts;
  }

  async findByEmails(tenantId: TenantId, emails: readonly string[]): Promise<readonly ManagedUser[]> {
    const { users, draws, history, onRead } = this.#parts;
    onRead([history.moment, history.moment]);
    const found = await users.findByEmails(tenantId, emails);
    if (emails.length > 0) await this.#meddle(tenantId, draws.oneOf(emails));
    return found;
  }

  findByIds(tenantId: TenantId, ids: readonly UserId[]): Promise<readonly ManagedUser[]> {
    return this.#parts.users.findByIds(tenantId, ids);
  }

  async *all(tenantId: TenantId, signal: CancelSignal): AsyncIterable<readonly ManagedUser[]> {
    yield* this.#parts.users.all(tenantId, signal);
  }

  async saveMany(tenantId: TenantId, commands: readonly SaveUser[]): Promise<readonly SaveResult[]> {
    const results: SaveResult[] = [];
    for (const command of commands) {
      await this.#meddle(tenantId, command.target.email);
      results.push(await this.#meetFate(tenantId, command));
      await this.#meddle(tenantId, command.target.email);
    }
    return results;
  }

  async #meddle(tenantId: TenantId, email: string): Promise<void> {
    const { weather, met, meddle } = this.#parts;
    if (!weather.isMeddled()) return;
    met.note('users meddled with');
    await meddle(tenantId, email);
  }

  async #meetFate(tenantId: TenantId, command: SaveUser): Promise<SaveResult> {
    const { weather, met, process, schedule, draws, onCommand } = this.#parts;
    onCommand(command);
    const fate = weather.fate();
    met.note(`save ${fate}`);
    switch (fate) {
      case 'fine':
        return this.#save(tenantId, command);
      case 'refused':
        return { kind: 'rejected', code: 'console_refused', quote: 'No.' };
      case 'answer_lost':
        await this.#save(tenantId, command);
        return { kind: 'unknown' };
      case 'command_lost':
        return { kind: 'unknown' };
      case 'late':
        schedule.plan(draws.below(LATE_MS), () => void this.#save(tenantId, command), { isCall: true });
        return { kind: 'unknown' };
      case 'crash':
        return process.crash();
      case 'error':
        throw new ConsoleUnavailable('The console broke off between two users.');
    }
  }

  async #save(tenantId: TenantId, command: SaveUser): Promise<SaveResult> {
    const { users, history, by } = this.#parts;
    const [result = { kind: 'unknown' } as const] = await users.saveMany(tenantId, [command]);
    if (result.kind !== 'created' && result.kind !== 'updated') return result;
    const [user = null] = await users.findByIds(tenantId, [result.userId]);
    history.note({ tenantId, by, kind: result.kind }, user?.email ?? '', user);
    return result;
  }
}

import type { ManagedBackup, MbsLogIn } from '../../adapters/plugin.ts';
import { ConsoleProblem } from './console-problem.ts';
import type { ConsoleStores } from './console-stores.ts';
import type { ServiceKind } from './list-page.ts';
import type { LiveLogIns } from './live-log-ins.ts';
import { fromManagedBackup, wordsOf } from './live-problem.ts';
import { liveStores } from './live-stores.ts';

/**
 * Whose users the console shows: its own, those of the practice Managed Backup, or those of the live one, once it has a
 * log-in there, which may be the environment's.
 */
export type BackupState = 'own' | 'practice' | 'connected' | 'connected_by_environment' | 'not_connected';

/** Managed Backup, live or the practice one, for the console's own pages. */
export class LiveBackup {
  readonly stores: ConsoleStores;
  readonly #managedBackup: ManagedBackup;
  readonly #logIns: LiveLogIns;
  readonly #kind: ServiceKind;

  constructor(parts: {
    readonly managedBackup: ManagedBackup;
    readonly logIns: LiveLogIns;
    readonly kind: ServiceKind;
  }) {
    this.#managedBackup = parts.managedBackup;
    this.#logIns = parts.logIns;
    this.#kind = parts.kind;
    this.stores = liveStores(parts.managedBackup, parts.kind);
  }

  async state(tenantId: string): Promise<BackupState> {
    if (this.#kind === 'practice') return 'practice';
    if (this.#logIns.isFixed) return 'connected_by_environment';
    return (await this.#logIns.of(tenantId)) === null ? 'not_connected' : 'connected';
  }

  /** Keeps a log-in that Managed Backup accepts; answers whose it is. */
  async connect(tenantId: string, logIn: MbsLogIn): Promise<{ readonly provider: string | null }> {
    if (this.#kind === 'practice') {
      throw new ConsoleProblem('managed_backup_fixed', 'This is the practice Managed Backup, which needs no log-in.');
    }
    if (this.#logIns.isFixed) {
      throw new ConsoleProblem('managed_backup_fixed', 'MBS_API_USERNAME and MBS_API_PASSWORD say it, at each start.');
    }
    const found = await fromManagedBackup('managed_backup_refused', this.#managedBackup.tryLogIn(logIn));
    await this.#logIns.keep(tenantId, logIn);
    return found;
  }

  /** What a person should know about the log-in, in a sentence or two. */
  async finding(tenantId: string): Promise<string> {
    const logIn = await this.#logIns.of(tenantId);
    if (logIn === null) return 'not connected yet; its log-in is asked for after signing in.';
    try {
      const { provider } = await this.#managedBackup.tryLogIn(logIn);
      return provider === null ? 'connected.' : `connected as ${provider}.`;
    } catch (error) {
      return wordsOf(error);
    }
  }
}

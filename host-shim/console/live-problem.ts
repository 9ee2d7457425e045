import { isMbsLogInRefused, isPluginError, type ManagedBackup } from '../../adapters/plugin.ts';
import { ConsoleProblem } from './console-problem.ts';

/** Waits for what Managed Backup answers; what is wrong there is told in its adapter's words. */
export async function fromManagedBackup<Found>(
  code: 'managed_backup_unavailable' | 'managed_backup_refused',
  work: Promise<Found>,
): Promise<Found> {
  try {
    return await work;
  } catch (error) {
    const isLogInRefused = code === 'managed_backup_unavailable' && isMbsLogInRefused(error);
    throw new ConsoleProblem(isLogInRefused ? 'managed_backup_log_in_refused' : code, wordsOf(error));
  }
}

/** What is wrong and what helps; anything unforeseen is thrown on. */
export function wordsOf(error: unknown): string {
  if (!isPluginError(error) || error.code !== 'console_unavailable') throw error;
  return [error.safeDetail, error.remedy].filter((part) => part !== null).join(' ');
}

/** What Managed Backup did not take of a change. */
export type Refusal = Extract<Awaited<ReturnType<ManagedBackup['editUser']>>, { readonly kind: 'rejected' }>;

export function refusedBy({ code, quote }: Refusal): ConsoleProblem {
  if (code === 'console_unavailable') {
    return new ConsoleProblem(
      'managed_backup_unavailable',
      'Managed Backup could not be reached, so the change was not made. Wait a moment, then try again.',
    );
  }
  return new ConsoleProblem(
    'managed_backup_rejected',
    quote === null ? 'Managed Backup refused the change.' : `Managed Backup refused the change: ${quote}`,
  );
}

/** What the console does not do to Managed Backup, and where it is done. */
export function notHere(sentence: string): ConsoleProblem {
  return new ConsoleProblem('managed_backup_read_only', `This is Managed Backup’s own. ${sentence}`);
}

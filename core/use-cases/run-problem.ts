import type { RunProblem } from '../domain/run.ts';
import { type ErrorCode, isPluginError } from '../ports/errors.ts';

const REMEDIES: Readonly<Partial<Record<ErrorCode, string>>> = {
  not_connected: 'Enter UserName and Password and press Save.',
  source_unauthorized: 'Check UserName and Password in Autotask, enter them again and press Save.',
  source_forbidden: 'Give the API user the right that is named, then try again.',
  source_throttled: 'Wait some minutes, or let other integrations rest, then try again.',
  source_unavailable: 'Wait some minutes, then try again.',
  source_incomplete: 'Try again. If it happens every time, tell Autotask support.',
  console_unavailable: 'Wait some minutes, then try again.',
  secret_unreadable: 'Enter UserName and Password again and press Save.',
};

/** What a run that failed as a whole says about it; an unforeseen error says nothing of its inside. */
export function runProblem(error: unknown): RunProblem {
  if (!isPluginError(error)) {
    return {
      code: 'internal',
      text: 'Something unforeseen went wrong.',
      remedy: 'Try again; the log has the details.',
    };
  }
  return { code: error.code, text: error.safeDetail, remedy: error.remedy ?? REMEDIES[error.code] ?? 'Try again.' };
}

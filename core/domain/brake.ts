import type { RunProblem } from './run.ts';

/** What makes a run wait for a person before it changes anything. */
export interface Brakes {
  /** The least share of the contacts listed before that a refresh may bring without being asked. */
  readonly refreshShare: number;
  /** The greatest share of the users linked so far that an import which nobody has previewed may change. */
  readonly importShare: number;
  /** So many changes are never too many. */
  readonly importAllowance: number;
  /** Whether an import that nobody has previewed may be the first that changes anything. */
  readonly firstImport: 'free' | 'held';
}

export const DEFAULT_BRAKES: Brakes = {
  refreshShare: 0.9,
  importShare: 0.2,
  importAllowance: 20,
  firstImport: 'free',
};

/** Whether a new list has so few contacts beside the present one that a person should look first. */
export function isListTooShort(before: number, after: number, { refreshShare }: Pick<Brakes, 'refreshShare'>): boolean {
  return before > 0 && (after === 0 || after < before * refreshShare);
}

const REMEDY =
  'Release the import if that is meant, or drop it. An import that is confirmed after its preview never waits.';

/** Why an import that nobody has previewed waits for a person; null when it changes few enough users. */
export function importBrake(
  { updates, linked }: { readonly updates: number; readonly linked: number },
  { importShare, importAllowance, firstImport }: Brakes,
): RunProblem | null {
  if (linked === 0 && firstImport === 'held') {
    const text = 'No contact has been imported so far, and nobody has looked at the preview. Nothing was changed.';
    return { code: 'import_held', text, remedy: REMEDY };
  }
  if (updates <= Math.max(importAllowance, linked * importShare)) return null;
  return {
    code: 'import_held',
    text: `The import would change ${updates} users, of ${linked} that were imported so far. Nothing was changed.`,
    remedy: REMEDY,
  };
}

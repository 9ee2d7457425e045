import {
  type ImportIntent,
  isInStep,
  type PlanContext,
  type PlannedImport,
  planImport,
  targetOf,
} from './import-plan.ts';
import type { Derivation } from './integration-status.ts';
import { userImage } from './same-user.ts';

/** What an import knows of an item besides the contact. */
export interface ItemHistory {
  /** The {@link userImage} of the contact's user when the import was planned; "" when there was none. */
  readonly seen: string;
  /** What an earlier attempt was about to do, and may have done. */
  readonly intent: ImportIntent | null;
}

/**
 * Decides for an item of an import that is under way, perhaps not for the first time.
 *
 * What an earlier attempt had in mind and is so by now counts as done. A user that is not as it was when the import was
 * planned is left alone: somebody has changed it, made it or deleted it meanwhile, or an earlier attempt got halfway.
 */
export function resumePlan(derivation: Derivation, context: PlanContext, { seen, intent }: ItemHistory): PlannedImport {
  const { entry, candidate } = derivation;
  if (intent !== null && candidate !== null) {
    const target = targetOf(entry, candidate);
    if (target !== null && isInStep(candidate, entry.contact, target)) {
      return { effect: 'unchanged', entry, target, user: candidate };
    }
  }
  const plan = planImport(derivation, context);
  if (plan.effect === 'blocked' || plan.effect === 'unchanged') return plan;
  const image = candidate === null ? '' : userImage(candidate);
  if (image === seen) return plan;
  return { effect: 'blocked', entry, reason: intent === null ? 'user_changed_meanwhile' : 'outcome_unknown' };
}

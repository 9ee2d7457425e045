import type { ReasonCode } from '../../core/contract/index.ts';
import type { ConsolePage } from '../shared/navigate-event.ts';

const PAGES: Readonly<Partial<Record<ReasonCode, ConsolePage>>> = {
  email_ambiguous: 'users',
  destination_required: 'storage-accounts',
  destination_gone: 'storage-accounts',
  package_required: 'packages',
  package_gone: 'packages',
  package_disabled: 'packages',
  contact_gone: 'users',
  contact_inactive: 'users',
  user_changed_meanwhile: 'users',
  outcome_unknown: 'users',
};

/** The console's page on which a problem is mended; null when that is done in Autotask, in the row or by waiting. */
export function mendingPage(code: ReasonCode): ConsolePage | null {
  return PAGES[code] ?? null;
}

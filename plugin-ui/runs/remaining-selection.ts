import type { RunItemView, RunView } from '../../core/contract/index.ts';
import { problemOf } from '../api/api-problem.ts';
import type { PluginApi } from '../api/plugin-api.ts';
import type { KnownContact } from '../contacts/contact-filter.ts';
import { type ContactSelection, chosenContacts, NO_CONTACTS } from '../contacts/contact-selection.ts';

/** More failed contacts than this are not selected again one by one. */
const MOST = 500;

/**
 * What stays selected after an import: the contacts that it did not bring over, so that they can be mended and imported
 * again. When there are too many, or they can't be read, nothing does; the rows tell them anyhow.
 */
export async function remainingSelection(api: PluginApi, run: RunView): Promise<ContactSelection> {
  const { failed, notAttempted } = run;
  if (failed + notAttempted === 0 || failed + notAttempted > MOST) return NO_CONTACTS;
  try {
    const pages = await Promise.all([
      ...(failed === 0 ? [] : [api.runItems(run.id, { outcome: 'failed', limit: MOST })]),
      ...(notAttempted === 0 ? [] : [api.runItems(run.id, { outcome: 'not_attempted', limit: MOST })]),
    ]);
    return chosenContacts(pages.flatMap(({ items }) => items).map(known));
  } catch (error) {
    problemOf(error);
    return NO_CONTACTS;
  }
}

/** What the import has found out tells whether a filter hides the contact; nothing is known of one not attempted. */
function known({ contactId, contact, outcome, reason }: RunItemView): KnownContact {
  const code = reason?.code ?? null;
  const active = code !== 'contact_inactive' && code !== 'contact_gone';
  const failed = outcome === 'failed' ? ({ status: 'failed', problem: code } as const) : {};
  return { id: contactId, active, ...contact, ...failed };
}

import { emailKey } from '../../core/domain/email.ts';
import type { ContactId } from '../../core/domain/ids.ts';
import { type PlannedImport, planImport } from '../../core/domain/import-plan.ts';
import type { Derivation } from '../../core/domain/integration-status.ts';
import { deriveEntries } from '../../core/use-cases/derive-rows.ts';
import { aCatalog } from '../support/builders.ts';
import type { Situation } from './arbitraries.ts';

const CATALOG = aCatalog();

/** Every contact of a situation, derived. */
export function deriveSituation({ entries, users }: Situation): ReadonlyMap<ContactId, Derivation> {
  return deriveEntries(entries, new Map(users.map((user) => [emailKey(user.email), user])), CATALOG);
}

/** The plans of an import of some contacts, in the order of the situation. */
export function planSituation(situation: Situation, selection: ReadonlySet<ContactId>): PlannedImport[] {
  const derivations = deriveSituation(situation);
  const selected = situation.entries.filter(({ contact }) => selection.has(contact.id));
  const isRival = (email: string) => (entry: Situation['entries'][number]) =>
    entry.contact.isActive && !entry.contact.isGone && emailKey(entry.contact.email) === emailKey(email);
  return selected.flatMap(({ contact }) => {
    const derivation = derivations.get(contact.id);
    const rivals = emailKey(contact.email) === '' ? 1 : selected.filter(isRival(contact.email)).length;
    return derivation === undefined ? [] : [planImport(derivation, { catalog: CATALOG, accounts: 'all', rivals })];
  });
}

export function everyContact({ entries }: Situation): ReadonlySet<ContactId> {
  return new Set(entries.map(({ contact }) => contact.id));
}

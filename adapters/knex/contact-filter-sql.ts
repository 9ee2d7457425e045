import type { Knex } from 'knex';
import { comparable } from '../../core/domain/comparison.ts';
import type { BookKey, BookScope } from '../../core/domain/scope.ts';
import { words } from '../../core/domain/search.ts';
import type { ContactFilter, Selection } from '../../core/domain/selection.ts';
import { isContactNumber } from './contact-number.ts';
import { problemIn } from './hidden-users.ts';
import { whereId, whereText } from './value-lists.ts';

// What `needsWork` of the domain says.
const NEEDS_WORK = "(is_active and not is_gone and (status <> 'equal' or problem is not null))";

/** All contacts of a book. */
export function contactsOf(knex: Knex, { tenantId, databaseId }: BookKey): Knex.QueryBuilder {
  return knex('autotask_contact').where({ tenant_id: tenantId, database_id: databaseId });
}

/** The contacts that match the filter and whose account is in scope. */
export function filteredContacts(knex: Knex, scope: BookScope, filter: ContactFilter): Knex.QueryBuilder {
  const query = scopedContacts(knex, scope);
  const { status, account, active, problem, needsWork, q } = filter;
  if (status !== undefined) query.where('status', status);
  if (account !== undefined) query.whereIn('account_id', isContactNumber(account) ? [account] : []);
  if (active !== undefined) query.whereRaw(active ? 'is_active and not is_gone' : '(not is_active or is_gone)');
  if (problem === 'any') query.whereRaw('? is not null', [problemIn(knex, scope.accounts)]);
  else if (problem !== undefined) query.whereRaw('? = ?', [problemIn(knex, scope.accounts), problem]);
  if (needsWork !== undefined) query.whereRaw(needsWork ? NEEDS_WORK : `not ${NEEDS_WORK}`);
  // A word holds letters and digits only, so nothing in it can be a wildcard.
  for (const word of new Set(words(q ?? ''))) query.where('search_text', 'like', `% ${word}%`);
  return query;
}

/** The contacts that are selected and whose account is in scope. */
export function selectedContacts(knex: Knex, scope: BookScope, selection: Selection): Knex.QueryBuilder {
  if ('ids' in selection) return whereId(scopedContacts(knex, scope), knex, 'in', selection.ids);
  const query = filteredContacts(knex, scope, selection.filter);
  return selection.except.length === 0 ? query : whereId(query, knex, 'not in', selection.except);
}

/** The contacts whose account is in scope. */
export function scopedContacts(knex: Knex, scope: BookScope): Knex.QueryBuilder {
  const query = contactsOf(knex, scope);
  return scope.accounts === 'all' ? query : whereText(query, knex, 'account_key', scope.accounts.map(comparable));
}

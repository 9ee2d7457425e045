import type { Knex } from 'knex';
import type { BookScope } from '../../core/domain/scope.ts';
import { words } from '../../core/domain/search.ts';
import type { ContactFilter } from '../../core/domain/selection.ts';
import { contactsOf, filteredContacts } from './contact-filter-sql.ts';
import { isContactNumber } from './contact-number.ts';
import { asksForState, contactsInStates } from './contact-states.ts';
import { contactsWithWord } from './contact-words.ts';
import { dialectOf } from './dialect.ts';
import { readRows } from './read-rows.ts';

// Fewer are quickest taken out one by one, 4 µs each; members of a set are met on a walk along an index at 0.1 µs a row,
// and rows that have to be read for it at 1 µs (measured in SQLite, 100,000 contacts).
const FEW = 500;
// A walk along groups may meet none of them for long, when what the filter asks for goes with what is assigned.
const SOME = 2500;

/** A query for some columns of contacts; not the query itself, which an async function would send. */
type ColumnsQuery = (...columns: readonly string[]) => Knex.QueryBuilder;

/**
 * The contacts that match. What few of them match is looked up first; the rest is left to a walk along the index of the
 * sort, which is soon done where many match.
 */
export async function matchingContacts(knex: Knex, scope: BookScope, filter: ContactFilter): Promise<ColumnsQuery> {
  const narrow = await narrowParts(knex, partsOf(knex, scope, filter));
  const matching = matchingAmong(knex, scope, filter, narrow);
  // What several parts let through is rare, however much each does.
  if (narrow.length > 1 || narrow.some(({ size }) => size <= FEW))
    return (...columns) => takenOut(knex, matching, columns);
  return matching;
}

/** The contacts that match, when they are few enough to be all taken out and sorted by themselves; else null. */
export async function fewContacts(knex: Knex, scope: BookScope, filter: ContactFilter): Promise<ColumnsQuery | null> {
  const narrow = await narrowParts(knex, partsOf(knex, scope, filter));
  const areFew = narrow.length > 1 || narrow.some(({ size }) => size <= SOME);
  return areFew ? matchingAmong(knex, scope, filter, narrow) : null;
}

/** What the ids settle is not asked again: PostgreSQL would look for it by its index, and then for each row among the ids. */
function matchingAmong(
  knex: Knex,
  scope: BookScope,
  filter: ContactFilter,
  narrow: readonly FilterPart[],
): ColumnsQuery {
  const settled = new Set<string>(narrow.flatMap(({ settles }) => settles));
  const rest = Object.fromEntries(Object.entries(filter).filter(([name]) => !settled.has(name)));
  const filtered = filteredContacts(knex, scope, rest);
  return (...columns) =>
    narrow.reduce(
      (query, { ids }) => query.whereRaw(`autotask_contact.id ${dialectOf(knex).isAmong}`, [ids]),
      filtered.clone().select(...columns),
    );
}

/** The contacts before they are sorted: SQLite, which keeps no statistics by itself, would walk along the index. */
function takenOut(knex: Knex, matching: ColumnsQuery, columns: readonly string[]): Knex.QueryBuilder {
  const chosen = matching(...columns);
  return knex
    .withMaterialized('chosen', chosen)
    .select(...columns)
    .from({ autotask_contact: 'chosen' });
}

/** The ids that a part of a filter lets through, by an index of its own. */
interface FilterPart {
  readonly ids: Knex.QueryBuilder;
  /** What of the filter needs no further look at whoever is among the ids. */
  readonly settles: readonly (keyof ContactFilter)[];
}

function partsOf(knex: Knex, scope: BookScope, filter: ContactFilter): readonly FilterPart[] {
  const { account, q } = filter;
  const ofWords = [...new Set(words(q ?? ''))].map((word) => ({
    ids: contactsWithWord(knex, scope, word),
    settles: [],
  }));
  const ofAccount = () => contactsOf(knex, scope).where('account_id', account).select('id');
  return [
    ...ofWords,
    ...(account !== undefined && isContactNumber(account) ? [{ ids: ofAccount(), settles: ['account' as const] }] : []),
    ...(asksForState(filter) ? [partOfStates(knex, scope, filter)] : []),
  ];
}

/** The contacts in the states that the filter lets through, and those that only the principal reads another problem of. */
function partOfStates(knex: Knex, scope: BookScope, filter: ContactFilter): FilterPart {
  const inStates = contactsInStates(knex, scope, filter);
  if (scope.accounts === 'all' || filter.problem === undefined) {
    return { ids: inStates, settles: ['status', 'active', 'problem', 'needsWork'] };
  }
  const elsewhere = contactsOf(knex, scope).whereNotNull('user_company_key').select('id');
  return { ids: knex.select('id').from(knex.unionAll([inStates, elsewhere]).as('maybe_in')), settles: [] };
}

interface NarrowPart extends FilterPart {
  readonly size: number;
}

/** The parts worth looking up, the narrowest first: that alone when it lets few through, else all that let not too many. */
async function narrowParts(knex: Knex, parts: readonly FilterPart[]): Promise<readonly NarrowPart[]> {
  if (parts.length === 0) return [];
  const most = dialectOf(knex).mostGathered;
  const looks = parts.map(({ ids }, index) => {
    const look = ids.clone().limit(most + 1); // Farther no part is counted.
    return knex.count('*').from(look.as('look')).as(`part_${index}`);
  });
  const [sizes = {}] = await readRows<Readonly<Record<string, number | string>>>(knex.select(looks));
  const narrow = parts
    .map((part, index) => ({ ...part, size: Number(sizes[`part_${index}`]) }))
    .filter(({ size }) => size <= most)
    .sort((one, other) => one.size - other.size);
  return narrow.some(({ size }) => size <= FEW) ? narrow.slice(0, 1) : narrow;
}

import type { ContactFilterQuery, ContactItem } from '../../core/contract/index.ts';
import { isFoundBy } from './search-words.ts';

/** What is known of a contact: the row as it was last read, or less. */
export type KnownContact = Pick<ContactItem, 'id' | 'active'> & Partial<ContactItem>;

/** Parts of a filter that are set, or with null taken away. */
export type FilterChange = { readonly [Key in keyof ContactFilterQuery]?: ContactFilterQuery[Key] | null };

/** Of two filters together, the words are not more than the server takes: 200 characters. */
export const LONGEST_SEARCH = 99;

const EXACT_KEYS = ['status', 'account', 'active', 'needsWork'] as const;
const KEYS = [...EXACT_KEYS, 'q', 'problem'] as const;

/** Whether a filter leaves the contact; what is not known of it does not speak against that. */
export function isWithin(filter: ContactFilterQuery, contact: KnownContact): boolean {
  return (
    isEither(filter.status, contact.status) &&
    isEither(filter.account, contact.accountId) &&
    isEither(filter.active, contact.active) &&
    isEither(filter.needsWork, needsWork(contact)) &&
    (filter.problem === 'any' ? contact.problem !== null : isEither(filter.problem, contact.problem)) &&
    (filter.q === undefined || isFoundBy(filter.q, contact))
  );
}

function isEither<Value>(wanted: Value | undefined, actual: Value | null | undefined): boolean {
  return wanted === undefined || actual === undefined || wanted === actual;
}

function needsWork({ active, status, problem }: KnownContact): boolean | undefined {
  if (status === undefined) return active ? undefined : false;
  return active && (status !== 'equal' || problem !== null);
}

export function isSameFilter(one: ContactFilterQuery, other: ContactFilterQuery): boolean {
  return KEYS.every((key) => one[key] === other[key]);
}

/** Whether more is asked for than active contacts, or all. */
export function isNarrowed(filter: ContactFilterQuery): boolean {
  return KEYS.some((key) => key !== 'active' && filter[key] !== undefined);
}

export function changedFilter(filter: ContactFilterQuery, change: FilterChange): ContactFilterQuery {
  const { status, q, account, active, problem, needsWork: work } = { ...filter, ...change };
  return {
    ...(status ? { status } : {}),
    ...(q ? { q } : {}),
    ...(account ? { account } : {}),
    ...(typeof active === 'boolean' ? { active } : {}),
    ...(problem ? { problem } : {}),
    ...(typeof work === 'boolean' ? { needsWork: work } : {}),
  };
}

/** The filter that leaves what both leave; null when they exclude each other. */
export function jointFilter(one: ContactFilterQuery, other: ContactFilterQuery): ContactFilterQuery | null {
  const problems = [one.problem, other.problem].filter((code) => code !== undefined && code !== 'any');
  if (EXACT_KEYS.some((key) => !isEither(one[key], other[key])) || new Set(problems).size > 1) return null;
  // Every word has to be found, so the words of both are the search for both.
  const q = [one.q, other.q].filter((words) => words !== undefined).join(' ');
  return changedFilter({ ...one, ...other }, { q, problem: problems[0] ?? one.problem ?? other.problem ?? null });
}

import type { SortField } from '../../core/contract/index.ts';
import { isKeyOf } from '../shared/is-key-of.ts';
import { problemFilterText, statusText } from '../text/filter-text.ts';
import { changedFilter, LONGEST_SEARCH } from './contact-filter.ts';
import { type ContactOrder, FIRST_VIEW, type ListView } from './contact-list.ts';

const FIELDS: readonly SortField[] = ['firstName', 'lastName', 'email', 'account', 'status', 'destination', 'package'];
const ORDERS: readonly ContactOrder[] = FIELDS.flatMap((field): ContactOrder[] => [field, `-${field}`]);

/** The view that the page's address asks for; what it can't mean is passed over. */
export function viewInAddress(): ListView {
  const asked = new URLSearchParams(location.search);
  const [status, problem] = [asked.get('status'), asked.get('problem')];
  const filter = changedFilter(FIRST_VIEW.filter, {
    q: asked.get('q')?.trim().slice(0, LONGEST_SEARCH) ?? null,
    status: isKeyOf(statusText, status) ? status : null,
    account: accountIn(asked.get('account')),
    problem: isKeyOf(problemFilterText, problem) ? problem : null,
    needsWork: asked.get('work') === 'true' ? true : null,
    active: asked.get('active') === 'all' ? null : true,
  });
  return { filter, order: ORDERS.find((order) => order === asked.get('sort')) ?? FIRST_VIEW.order };
}

/** The server refuses what can be no id, and then the page would show nothing but its refusal. */
function accountIn(id: string | null): string | null {
  return id !== null && /^\P{Cc}{1,100}$/u.test(id) ? id : null;
}

/** Puts the view into the page's address, so that a link to it shows the same; the host's own parameters stay. */
export function putIntoAddress({ filter, order }: ListView): void {
  const address = new URL(location.href);
  const parts = {
    q: filter.q,
    status: filter.status,
    account: filter.account,
    problem: filter.problem,
    work: filter.needsWork ? 'true' : undefined,
    active: filter.active === undefined ? 'all' : undefined,
    sort: order === FIRST_VIEW.order ? undefined : order,
  };
  for (const [name, value] of Object.entries(parts)) {
    if (value === undefined) address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  if (address.href !== location.href) history.replaceState(history.state, '', address);
}

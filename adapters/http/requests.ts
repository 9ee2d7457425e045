import { createHash } from 'node:crypto';
import type { Static } from 'typebox';
import type { AccountQuery, ContactFilterQuery, ContactQuery } from '../../core/contract/index.ts';
import { accountId, contactId } from '../../core/domain/ids.ts';
import { type ContactFilter, type ContactSort, type Selection, SORT_FIELDS } from '../../core/domain/selection.ts';
import type { BookAccountRequest } from '../../core/ports/contact-book.ts';
import type { RunRequest } from '../../core/ports/run-store.ts';
import type { ContactListRequest } from '../../core/use-cases/list-contacts.ts';
import { RequestRefused } from './request-refused.ts';
import { SELECTION_FORMS, type selection } from './schemas/contact-schemas.ts';

const DEFAULT_LIMIT = 50;
const DEFAULT_SORT: ContactSort = { field: 'lastName', direction: 'ascending' };

export function pageRequest(query: ContactQuery): ContactListRequest {
  const { sort, after, at, limit = DEFAULT_LIMIT } = query;
  if (after !== undefined && at !== undefined) {
    throw new RequestRefused('invalid_request', '"after" and "at" exclude each other; give one of them.');
  }
  return {
    filter: contactFilter(query),
    sort: sort === undefined ? DEFAULT_SORT : contactSort(sort),
    limit,
    ...(after === undefined ? {} : { after }),
    ...(at === undefined ? {} : { at }),
  };
}

export function accountRequest({ q, after, limit = DEFAULT_LIMIT }: AccountQuery): BookAccountRequest {
  return { limit, ...(q === undefined ? {} : { q }), ...(after === undefined ? {} : { after }) };
}

export function contactSelection({ ids, filter, except }: Static<typeof selection>): Selection {
  if (ids !== undefined && filter === undefined && except === undefined) return { ids: ids.map(contactId) };
  if (ids === undefined && filter !== undefined) {
    return { filter: contactFilter(filter), except: (except ?? []).map(contactId) };
  }
  throw new RequestRefused('invalid_request', `"selection" must be ${SELECTION_FORMS}.`);
}

/** The same request has the same fingerprint, in whatever order its fields came. */
export function runRequest(
  requestedBy: string,
  idempotencyKey: string | undefined,
  body: { readonly kind: string; readonly content: unknown },
): RunRequest {
  const fingerprint = createHash('sha256').update(sortedJson(body)).digest('hex');
  return { requestedBy, idempotencyKey: idempotencyKey ?? null, fingerprint };
}

function contactFilter({ status, q, account, active, problem, needsWork }: ContactFilterQuery): ContactFilter {
  return {
    ...(status === undefined ? {} : { status }),
    ...(q === undefined || q.trim() === '' ? {} : { q }),
    ...(account === undefined ? {} : { account: accountId(account) }),
    ...(active === undefined ? {} : { active }),
    ...(problem === undefined ? {} : { problem }),
    ...(needsWork === undefined ? {} : { needsWork }),
  };
}

function contactSort(sort: NonNullable<ContactQuery['sort']>): ContactSort {
  const direction = sort.startsWith('-') ? 'descending' : 'ascending';
  const field = SORT_FIELDS.find((name) => sort === name || sort === `-${name}`) ?? DEFAULT_SORT.field;
  return { field, direction };
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

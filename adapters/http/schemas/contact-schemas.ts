import { Type } from 'typebox';
import type { ContactDetail, ContactPage } from '../../../core/contract/index.ts';
import { REASON_CODES } from '../../../core/domain/reason.ts';
import { SORT_FIELDS } from '../../../core/domain/selection.ts';
import { count, idText, nullable, oneOf } from './values.ts';

const status = oneOf(['blank', 'equal', 'modified', 'failed'], 'an integration status');
const MAX_IDS = 100_000;
const MAX_ROW = 1_000_000_000; // Beyond any list, and still a number that every database takes.

const filterFields = {
  status: Type.Optional(status),
  q: Type.Optional(
    Type.String({ maxLength: 200, description: 'the beginnings of words, a text of at most 200 characters' }),
  ),
  account: Type.Optional(idText('an account')),
  active: Type.Optional(Type.Boolean({ description: 'true or false' })),
  problem: Type.Optional(oneOf(['any', ...REASON_CODES], 'a reason code, or any')),
  needsWork: Type.Optional(Type.Boolean({ description: 'true or false' })),
};

const sort = oneOf([...SORT_FIELDS, ...SORT_FIELDS.map((field) => `-${field}` as const)], 'a column');

export const contactQuery = Type.Object(
  {
    ...filterFields,
    sort: Type.Optional(sort),
    after: Type.Optional(Type.String({ minLength: 1, maxLength: 2000, description: 'the next of an earlier page' })),
    at: Type.Optional(
      Type.Integer({ minimum: 0, maximum: MAX_ROW, description: 'the number of a row, counted from 0' }),
    ),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'a whole number from 1 to 500' })),
    totals: Type.Optional(Type.Boolean({ description: 'true or false' })),
  },
  { additionalProperties: false },
);

/** What a selection may look like, in words. */
export const SELECTION_FORMS = '{"ids":[contact ids]} or {"filter":{…the keys of the list…},"except":[contact ids]}';

const ids = Type.Array(idText('a contact'), {
  maxItems: MAX_IDS,
  description: `a list of at most ${MAX_IDS} contact ids`,
});

/** One object instead of a union of two, so that a refusal can name the very field; see `contactSelection`. */
export const selection = Type.Object(
  {
    ids: Type.Optional(ids),
    filter: Type.Optional(
      Type.Object(filterFields, {
        additionalProperties: false,
        description: 'an object with status, q, account, active, problem and needsWork, each of them optional',
      }),
    ),
    except: Type.Optional(ids),
  },
  { additionalProperties: false, description: SELECTION_FORMS },
);

export const assignBody = Type.Object(
  {
    selection,
    destinationId: Type.Optional(nullable(idText('a destination'), 'the id of a destination, or null')),
    packageId: Type.Optional(nullable(idText('a package'), 'the id of a package, or null')),
  },
  { additionalProperties: false },
);

export const contactParams = Type.Object({ id: idText('a contact') });

export const reason = Type.Object({
  code: oneOf([...REASON_CODES], 'a reason code'),
  text: Type.String(),
  remedy: Type.String(),
});

const difference = Type.Object({
  field: oneOf(['firstName', 'lastName', 'account'], 'a field'),
  autotask: Type.String(),
  mbs: Type.String(),
  changedIn: oneOf(['autotask', 'mbs', 'both', 'unknown'], 'a side'),
});

const itemFields = {
  id: Type.String(),
  firstName: Type.String(),
  lastName: Type.String(),
  email: Type.String(),
  account: Type.String(),
  accountId: Type.String(),
  active: Type.Boolean(),
  status,
  destinationId: nullable(Type.String()),
  packageId: nullable(Type.String()),
  userId: nullable(Type.String()),
  problem: nullable(oneOf([...REASON_CODES], 'a reason code')),
  reason: nullable(reason),
  difference: nullable(Type.Array(difference)),
};

const counts = Type.Object({ blank: count(), equal: count(), modified: count(), failed: count() });

export const contactPage = Type.Unsafe<ContactPage>(
  Type.Object({
    items: Type.Array(Type.Object(itemFields)),
    next: nullable(Type.String()),
    total: Type.Optional(count()),
    counts: Type.Optional(counts),
  }),
);

const explanation = Type.Object({
  matchedOn: nullable(Type.String()),
  ownership: oneOf(['own', 'others', 'ambiguous', 'free'], 'whose the user with the email is'),
  sharedWith: Type.Array(Type.String()),
  effect: oneOf(['create', 'update', 'unchanged', 'blocked'], 'what an import would do'),
  blockedBy: nullable(reason),
});

export const explainedContact = Type.Unsafe<ContactDetail>(Type.Object({ ...itemFields, explanation }));

import { Type } from 'typebox';
import type { AccountPage, DestinationView, PackageView } from '../../../core/contract/index.ts';
import { count, nullable, oneOf } from './values.ts';

export const accountQuery = Type.Object(
  {
    q: Type.Optional(
      Type.String({ maxLength: 200, description: 'the beginnings of words, a text of at most 200 characters' }),
    ),
    after: Type.Optional(Type.String({ minLength: 1, maxLength: 2000, description: 'the next of an earlier page' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'a whole number from 1 to 500' })),
  },
  { additionalProperties: false },
);

export const accountPage = Type.Unsafe<AccountPage>(
  Type.Object({
    items: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), contacts: count() })),
    next: nullable(Type.String()),
  }),
);

export const destinationViews = Type.Unsafe<readonly DestinationView[]>(
  Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      kind: oneOf(['bucket', 'container', 'root_folder'], 'the kind'),
      storageAccount: Type.String(),
      assigned: count(),
    }),
  ),
);

export const packageViews = Type.Unsafe<readonly PackageView[]>(
  Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      storageLimitGb: nullable(Type.Number()),
      enabled: Type.Boolean(),
      assigned: count(),
    }),
  ),
);

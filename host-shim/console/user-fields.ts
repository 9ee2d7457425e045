import { type Static, Type } from 'typebox';
import { ConsoleProblem } from './console-problem.ts';
import { optionalSwitch, optionalText, requiredText } from './text-field.ts';

const optionalChoice = Type.Optional(
  Type.Union([Type.String({ minLength: 1, maxLength: 64 }), Type.Null()], { description: 'an id or null' }),
);

const shared = {
  firstName: optionalText(255),
  lastName: optionalText(255),
  company: optionalText(255),
  enabled: optionalSwitch(),
  destinationId: optionalChoice,
  packageId: optionalChoice,
};

/** The email is a login and need not look like an address (mbs.md §0.3). */
export const NewUser = Type.Object({ email: requiredText(254), ...shared }, { additionalProperties: false });
export type NewUser = Static<typeof NewUser>;

export const UserChange = Type.Object(
  { email: Type.Optional(requiredText(254)), ...shared },
  { additionalProperties: false },
);
export type UserChange = Static<typeof UserChange>;

const OptionalId = Type.Union([Type.String(), Type.Null()]);

export const User = Type.Object({
  id: Type.String(),
  email: Type.String(),
  firstName: Type.String(),
  lastName: Type.String(),
  company: Type.String(),
  enabled: Type.Boolean(),
  destinationId: OptionalId,
  packageId: OptionalId,
  destinations: Type.Array(Type.Object({ destinationId: Type.String(), packageId: OptionalId })),
});
export type User = Static<typeof User>;

export interface Assignment {
  readonly destinationId: string;
  readonly packageId: string;
}

/** What a request says about storage: undefined leaves it as it is, null clears it. */
export function assignmentOf(change: UserChange): Assignment | null | undefined {
  const { destinationId, packageId } = change;
  if (destinationId === undefined && packageId === undefined) return undefined;
  if (destinationId === null && packageId === null) return null;
  if (typeof destinationId === 'string' && typeof packageId === 'string') return { destinationId, packageId };
  const field = typeof destinationId === 'string' ? 'packageId' : 'destinationId';
  throw new ConsoleProblem(
    'invalid_request',
    '"destinationId" and "packageId" go together: both an id, both null, or neither.',
    { field },
  );
}

import { fc } from '@fast-check/vitest';
import type { Assignment, Contact, Link } from '../../core/domain/contact.ts';
import { emailKey } from '../../core/domain/email.ts';
import type { BookEntry } from '../../core/domain/email-group.ts';
import type { FailedAttempt } from '../../core/domain/failed-attempt.ts';
import {
  accountId,
  type ContactId,
  contactId,
  destinationId,
  packageId,
  type UserId,
  userId,
} from '../../core/domain/ids.ts';
import type { ManagedUser, UserDestination } from '../../core/domain/managed-user.ts';
import { REASON_CODES } from '../../core/domain/reason.ts';

/** All that a derivation is made of. Users have different emails, and a user is in at most one link. */
export interface Situation {
  readonly entries: readonly BookEntry[];
  readonly users: readonly ManagedUser[];
}

// Few values, so that contacts and users meet; the first of each most of all. `aCatalog` has no "gone" one.
const EMAIL_KEYS = ['ada@engines.example', 'bob@engines.example', 'info@dental.example'];
const OTHER_NAMES = ['ada', 'Zo\u00eb', 'Zoe\u0308', 'Ada  Mae', ''];
const USER_IDS = ['user-1', 'user-2', 'user-3', 'user-deleted'].map(userId);
const DESTINATIONS = ['destination-1', 'destination-2', 'destination-gone'].map(destinationId);
const PACKAGES = ['package-1', 'package-2', 'package-3', 'package-gone'].map(packageId);

/** The first of the values in most draws. */
function mostly<Value>(usual: Value, ...others: readonly Value[]): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant(usual) },
    { weight: others.length > 1 ? 2 : 1, arbitrary: fc.constantFrom(...others) },
  );
}

/** The email in any letter case and any padding: always the same user. */
export function formsOf(email: string): fc.Arbitrary<string> {
  const blanks = fc.constantFrom('', '', ' ', '\t', '\u00a0 ');
  return fc
    .tuple(blanks, fc.array(fc.boolean(), { minLength: email.length, maxLength: email.length }), blanks)
    .map(([before, isUpper, after]) => {
      const letters = Array.from(email, (letter, index) => (isUpper[index] ? letter.toUpperCase() : letter));
      return before + letters.join('') + after;
    });
}

export const emails: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...EMAIL_KEYS).chain(formsOf) },
  { weight: 1, arbitrary: fc.constantFrom('', ' ') },
  { weight: 1, arbitrary: fc.constantFrom('ada', 'ada@engines.example; bob@engines.example') },
);

export const names: fc.Arbitrary<string> = fc.oneof(mostly('Ada', ' Ada '), mostly('Ada', ...OTHER_NAMES));
export const accounts: fc.Arbitrary<string> = fc.oneof(
  mostly('Analytical Engines', 'Analytical  Engines '),
  mostly('Analytical Engines', 'Harbour Dental', ''),
);

export const assignments: fc.Arbitrary<Assignment> = fc.record({
  destinationId: mostly(DESTINATIONS[0] ?? null, ...DESTINATIONS, null),
  packageId: mostly(PACKAGES[0] ?? null, ...PACKAGES, null),
});

const userDestinations: fc.Arbitrary<UserDestination[]> = fc.uniqueArray(
  fc.record({
    destinationId: fc.constantFrom(...DESTINATIONS),
    packageId: mostly(PACKAGES[0] ?? null, ...PACKAGES, null),
  }),
  { maxLength: 2, selector: (destination) => destination.destinationId },
);

/** Where the texts of a situation come from. */
interface Texts {
  readonly email: fc.Arbitrary<string>;
  readonly name: fc.Arbitrary<string>;
  readonly account: fc.Arbitrary<string>;
}

const contactsOf = (id: ContactId, { email, name, account }: Texts): fc.Arbitrary<Contact> =>
  fc.record({
    id: fc.constant(id),
    firstName: name,
    lastName: name,
    email,
    accountId: fc.constant(accountId('7')),
    account,
    isActive: mostly(true, false),
    isGone: mostly(false, true),
  });

const usersOf = (id: UserId, { email, name, account }: Texts): fc.Arbitrary<ManagedUser> =>
  fc.record({
    id: fc.constant(id),
    email,
    firstName: name,
    lastName: name,
    company: account,
    isEnabled: fc.boolean(),
    destinations: userDestinations,
  });

const linksTo = (id: UserId, { name, account }: Texts): fc.Arbitrary<Link> =>
  fc.record({
    userId: fc.constant(id),
    firstName: name,
    lastName: name,
    account,
    importedAt: fc.constant('2026-11-24T09:00:00.000Z'),
  });

const attemptsOf = ({ email }: Texts): fc.Arbitrary<FailedAttempt> =>
  fc.record({
    code: fc.oneof(fc.constantFrom(...REASON_CODES), fc.constant('outcome_unknown' as const)),
    quote: fc.option(fc.constant('The name is reserved.')),
    emailKey: email.map(emailKey),
    userId: fc.option(fc.constantFrom(...USER_IDS), { freq: 2 }),
  });

/** Any number of the users, with emails that tell them apart. */
function distinctUsersOf(texts: Texts): fc.Arbitrary<ManagedUser[]> {
  const maybe = USER_IDS.slice(0, 3).map((id) => fc.option(usersOf(id, texts), { freq: 2 }));
  return fc.tuple(...maybe).map((drawn) => {
    const byKey = new Map(drawn.flatMap((user) => (user === null ? [] : [[emailKey(user.email), user] as const])));
    byKey.delete('');
    return [...byKey.values()];
  });
}

/** As many contacts with what is kept beside them; every user is the user of one link at most. */
function entriesOf(count: number, texts: Texts): fc.Arbitrary<BookEntry[]> {
  const entries = Array.from({ length: count }, (_, index) =>
    fc.record({
      contact: contactsOf(contactId(`${index + 1}`), texts),
      assignment: assignments,
      attempt: fc.option(attemptsOf(texts), { freq: 2 }),
    }),
  );
  const links = USER_IDS.map((id) =>
    fc.record({ place: fc.option(fc.nat({ max: count }), { freq: 2 }), link: linksTo(id, texts) }),
  );
  return fc
    .tuple(fc.tuple(...entries), fc.tuple(...links))
    .map(([drawn, placed]) =>
      drawn.map((entry, index) => ({ ...entry, link: placed.find(({ place }) => place === index)?.link ?? null })),
    );
}

const situationsOf = (texts: Texts): fc.Arbitrary<Situation> =>
  fc.record({
    users: distinctUsersOf(texts),
    entries: fc.integer({ min: 1, max: 5 }).chain((count) => entriesOf(count, texts)),
  });

/** Situations of texts that meet often. */
export const situations: fc.Arbitrary<Situation> = situationsOf({ email: emails, name: names, account: accounts });

const anyText = fc.string({ unit: 'binary', maxLength: 300 });

/** Situations of any texts at all. */
export const wildSituations: fc.Arbitrary<Situation> = situationsOf({
  email: fc.oneof(emails, anyText),
  name: fc.oneof(names, anyText),
  account: fc.oneof(accounts, anyText),
});

/** The same situation with every email in another form. */
export function respelled({ entries, users }: Situation): fc.Arbitrary<Situation> {
  return fc.record({
    entries: fc.tuple(
      ...entries.map((entry) =>
        formsOf(entry.contact.email).map((email) => ({ ...entry, contact: { ...entry.contact, email } })),
      ),
    ),
    users: fc.tuple(...users.map((user) => formsOf(user.email).map((email) => ({ ...user, email })))),
  });
}

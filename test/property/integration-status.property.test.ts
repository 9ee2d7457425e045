import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { emailKey } from '../../core/domain/email.ts';
import type { BookEntry } from '../../core/domain/email-group.ts';
import { accountId, userId } from '../../core/domain/ids.ts';
import { INTEGRATION_STATUSES } from '../../core/domain/integration-status.ts';
import { REASON_CODES } from '../../core/domain/reason.ts';
import { applyPlans } from './apply-plans.ts';
import { accounts, assignments, names, respelled, type Situation, situations, wildSituations } from './arbitraries.ts';
import { deriveSituation, everyContact, planSituation } from './derive-situation.ts';

/** What a row shows, by contact. */
function shown(situation: Situation) {
  return [...deriveSituation(situation)]
    .map(([id, { status, problem, ownership, user }]) => ({ id, status, problem, ownership, userId: user?.id ?? null }))
    .sort((one, other) => one.id.localeCompare(other.id));
}

const spelled = (text: string) => text.normalize('NFC').split(/\s+/u).filter(Boolean).join(' ');
const notAttempted = ({ users, entries }: Situation) => ({
  users,
  entries: entries.map((entry) => ({ ...entry, attempt: null })),
});

describe('the status of a contact', () => {
  it.prop([fc.oneof(situations, wildSituations)])('is exactly one, whatever the texts', (situation) => {
    const derivations = deriveSituation(situation);
    expect(derivations.size).toBe(situation.entries.length);
    for (const { status, problem } of derivations.values()) {
      expect(INTEGRATION_STATUSES).toContain(status);
      if (problem !== null) expect(REASON_CODES).toContain(problem);
    }
  });

  it.prop([fc.oneof(situations, wildSituations)])('is Equal after an import that was read back', (situation) => {
    const plans = planSituation(situation, everyContact(situation));
    const after = deriveSituation(applyPlans(situation, plans));
    for (const plan of plans) {
      if (plan.effect === 'blocked') continue;
      expect(after.get(plan.entry.contact.id)).toMatchObject({ status: 'equal', ownership: 'own', differences: [] });
    }
  });

  it.prop([situations.map(notAttempted)])(
    'is Modified exactly when the contact has a user and name or account differs',
    (situation) => {
      for (const { entry, status } of deriveSituation(situation).values()) {
        const { contact, link } = entry;
        const user = situation.users.find(({ email }) => emailKey(email) === emailKey(contact.email));
        const isAlone = situation.entries.every(
          (other) => other === entry || emailKey(other.contact.email) !== emailKey(contact.email),
        );
        const isOwner = isAlone || (!contact.isGone && link !== null && link.userId === user?.id);
        const differs =
          user !== undefined &&
          [
            [contact.firstName, user.firstName],
            [contact.lastName, user.lastName],
            [contact.account, user.company],
          ].some(([autotask, mbs]) => spelled(autotask ?? '') !== spelled(mbs ?? ''));
        if (isOwner) expect(status).toBe(user === undefined ? 'blank' : differs ? 'modified' : 'equal');
        if (status === 'modified') expect(differs).toBe(true);
      }
    },
  );

  it.prop([situations, assignments, fc.boolean()])(
    'does not depend on destination, package, state or account id',
    (situation, assignment, isEnabled) => {
      const other = {
        users: situation.users.map((user) => ({ ...user, isEnabled, destinations: [] })),
        entries: situation.entries.map((entry) => ({
          ...entry,
          assignment,
          contact: { ...entry.contact, accountId: accountId('8') },
        })),
      };
      const statuses = (given: Situation) => shown(given).map(({ status }) => status);
      expect(statuses(other)).toEqual(statuses(situation));
    },
  );

  it.prop([situations, fc.nat()])(
    'is blank once the email of its user is changed on the Users page',
    (given, place) => {
      const situation = settled(given);
      const changed = situation.users[place % Math.max(1, situation.users.length)];
      const users = situation.users.map((user) =>
        user === changed ? { ...user, email: 'new@engines.example' } : user,
      );
      const after = deriveSituation({ ...situation, users });
      for (const { entry } of deriveSituation(situation).values()) {
        if (changed === undefined || emailKey(entry.contact.email) !== emailKey(changed.email)) continue;
        expect(after.get(entry.contact.id)).toMatchObject({ status: 'blank', user: null });
      }
    },
  );

  it.prop([situations, fc.infiniteStream(fc.nat({ max: 1_000 }))])(
    'does not depend on the order of contacts and users',
    (situation, numbers) => {
      const shuffled = { entries: shuffle(situation.entries, numbers), users: shuffle(situation.users, numbers) };
      expect(shown(shuffled)).toEqual(shown(situation));
    },
  );

  it.prop([situations.chain((situation) => fc.tuple(fc.constant(situation), respelled(situation)))])(
    'does not depend on padding and letter case of emails',
    ([situation, other]) => {
      expect(shown(other)).toEqual(shown(situation));
    },
  );

  it.prop([situations])('gives a user to one contact at most', (situation) => {
    const owned = [...deriveSituation(situation).values()].flatMap(({ user }) => (user === null ? [] : [user.id]));
    expect(new Set(owned).size).toBe(owned.length);
  });
});

describe('a failed attempt', () => {
  const changes = ['nothing', 'names', 'state', 'assignment', 'other user gone', 'other email', 'user gone'] as const;
  const lives = fc.record({
    code: fc.constantFrom(...REASON_CODES),
    change: fc.constantFrom(...changes, 'user email' as const, 'user new' as const),
    name: names,
    account: accounts,
  });

  it.prop([situations.map(notAttempted)])('is needed for Failed', (situation) => {
    expect(shown(situation).filter(({ status }) => status === 'failed')).toEqual([]);
  });

  it.prop([situations.map(notAttempted), fc.nat(), lives], { numRuns: 500 })(
    'makes the contact Failed until email or user go, or an unknown outcome is settled',
    (situation, place, { code, change, name, account }) => {
      const target = situation.entries[place % situation.entries.length];
      if (target === undefined) throw new Error('A situation has contacts');
      const key = emailKey(target.contact.email);
      const user = situation.users.find(({ email }) => emailKey(email) === key);
      const attempt = { code, quote: null, emailKey: key, userId: user?.id ?? null };
      const attempted = withEntry(situation, { ...target, attempt });
      const isUser = (other: { readonly id: string }) => other.id === user?.id;
      const contactWith = (contact: Partial<typeof target.contact>) =>
        withEntry(attempted, { ...target, attempt, contact: { ...target.contact, ...contact } });
      const usersWith = (users: Situation['users']) => ({ ...attempted, users });
      const after = {
        nothing: () => attempted,
        names: () => contactWith({ firstName: name, lastName: name, account }),
        state: () => contactWith({ isActive: !target.contact.isActive, isGone: !target.contact.isGone }),
        assignment: () =>
          withEntry(attempted, { ...target, attempt, assignment: { destinationId: null, packageId: null } }),
        'other user gone': () => usersWith(situation.users.filter(isUser)),
        'other email': () => contactWith({ email: 'new@engines.example' }),
        'user gone': () => usersWith(situation.users.filter((other) => !isUser(other))),
        'user email': () =>
          usersWith(situation.users.map((other) => (isUser(other) ? { ...other, email: 'new@x.example' } : other))),
        'user new': () =>
          usersWith([
            ...situation.users.filter((other) => !isUser(other)),
            { ...NEW_USER, email: target.contact.email },
          ]),
      }[change]();
      const isOver =
        change === 'other email' ||
        (user !== undefined && (change === 'user gone' || change === 'user email' || change === 'user new')) ||
        (user === undefined && change === 'user new' && code === 'outcome_unknown' && key !== '');
      const derived = deriveSituation(after).get(target.contact.id);
      expect(derived?.status === 'failed').toBe(!isOver);
      if (!isOver) expect(derived?.problem).toBe(code);
    },
  );
});

const NEW_USER = {
  id: userId('user-new'),
  firstName: 'Ada',
  lastName: 'Lovelace',
  company: 'Analytical Engines',
  isEnabled: true,
  destinations: [],
};

/** As the situation is after somebody has looked at the list. */
function settled(situation: Situation): Situation {
  const derivations = deriveSituation(situation);
  return {
    ...situation,
    entries: situation.entries.map((entry) => ({
      ...entry,
      attempt: derivations.get(entry.contact.id)?.attempt ?? null,
    })),
  };
}

function withEntry(situation: Situation, entry: BookEntry): Situation {
  const { id } = entry.contact;
  return { ...situation, entries: situation.entries.map((other) => (other.contact.id === id ? entry : other)) };
}

function shuffle<Item>(items: readonly Item[], numbers: Iterator<number>): Item[] {
  return items
    .map((item) => ({ item, place: numbers.next().value as number }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}

import { fc, it } from '@fast-check/vitest';
import { it as check, describe, expect } from 'vitest';
import { emailKey } from '../../core/domain/email.ts';
import { INTEGRATION_STATUSES } from '../../core/domain/integration-status.ts';
import { formsOf, type Situation, situations, wildSituations } from './arbitraries.ts';
import { deriveSituation, everyContact, planSituation } from './derive-situation.ts';

const DRAWN = fc.sample(situations, { numRuns: 500, seed: 7 });

/** How often each of the words comes up in a hundred situations, on average. */
function shares(wordsOf: (situation: Situation) => readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const situation of DRAWN) {
    for (const word of new Set(wordsOf(situation))) counts.set(word, (counts.get(word) ?? 0) + 100 / DRAWN.length);
  }
  return counts;
}

function expectCommon(found: ReadonlyMap<string, number>, words: readonly string[], atLeast: number): void {
  for (const word of words) expect(found.get(word) ?? 0, word).toBeGreaterThan(atLeast);
}

describe('situations', () => {
  it.prop([fc.oneof(situations, wildSituations)])('are such as can be', ({ entries, users }) => {
    expect(new Set(entries.map(({ contact }) => contact.id)).size).toBe(entries.length);
    expect(new Set(users.map(({ email }) => emailKey(email)).filter((key) => key !== '')).size).toBe(users.length);
    expect(new Set(users.map(({ id }) => id)).size).toBe(users.length);
    const linked = entries.flatMap(({ link }) => (link === null ? [] : [link.userId]));
    expect(new Set(linked).size).toBe(linked.length);
  });

  check('hold every status often', () => {
    const found = shares((situation) => [...deriveSituation(situation).values()].map(({ status }) => status));
    expectCommon(found, INTEGRATION_STATUSES, 10);
  });

  check('hold every kind of ownership often', () => {
    const found = shares((situation) => [...deriveSituation(situation).values()].map(({ ownership }) => ownership));
    expectCommon(found, ['own', 'others', 'ambiguous', 'free'], 10);
  });

  check('hold every problem that a contact can have by itself', () => {
    const found = shares(({ entries, users }) =>
      [...deriveSituation({ entries: entries.map((entry) => ({ ...entry, attempt: null })), users }).values()].flatMap(
        ({ problem }) => (problem === null ? [] : [problem]),
      ),
    );
    expectCommon(found, ['email_missing', 'email_invalid', 'email_shared', 'email_ambiguous'], 5);
    expectCommon(found, ['destination_gone', 'package_gone', 'package_disabled', 'account_missing'], 2);
    expectCommon(found, ['contact_gone', 'contact_inactive'], 5);
  });

  check('lead to every effect of an import often', () => {
    const found = shares((situation) => planSituation(situation, everyContact(situation)).map(({ effect }) => effect));
    expectCommon(found, ['create', 'update', 'unchanged', 'blocked'], 2);
  });
});

describe('formsOf', () => {
  it.prop([formsOf('ada@engines.example')])('gives the email of the same user', (form) => {
    expect(emailKey(form)).toBe('ada@engines.example');
  });

  check('gives many forms', () => {
    expect(new Set(fc.sample(formsOf('ada@engines.example'), 100)).size).toBeGreaterThan(50);
  });
});

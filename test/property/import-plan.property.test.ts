import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { emailKey } from '../../core/domain/email.ts';
import { type ContactId, contactId, destinationId } from '../../core/domain/ids.ts';
import type { PlannedImport } from '../../core/domain/import-plan.ts';
import { ImportSummary } from '../../core/domain/import-preview.ts';
import { REASON_CODES, type ReasonCode } from '../../core/domain/reason.ts';
import { aCatalog, anAssignment, anEntry, aUser, aUserDestination } from '../support/builders.ts';
import { applyPlans } from './apply-plans.ts';
import { respelled, type Situation, situations, wildSituations } from './arbitraries.ts';
import { deriveSituation, everyContact, planSituation } from './derive-situation.ts';

const selections: fc.Arbitrary<ReadonlySet<ContactId>> = fc
  .subarray(['1', '2', '3', '4', '5'], { minLength: 1 })
  .map((ids) => new Set(ids.map(contactId)));
const anySituation = fc.oneof(situations, wildSituations);
const written = (plans: readonly PlannedImport[]) => plans.flatMap((plan) => (plan.effect === 'blocked' ? [] : [plan]));
const keyOf = ({ entry }: PlannedImport) => emailKey(entry.contact.email);

// Once planned with the package of the only destination, and blocked after that was no longer the only one.
const PACKAGE_OF_ANOTHER_DESTINATION: [Situation, ReadonlySet<ContactId>] = [
  {
    users: [aUser({ destinations: [aUserDestination({ destinationId: destinationId('destination-2') })] })],
    entries: [anEntry({ assignment: anAssignment({ packageId: null }) })],
  },
  new Set([contactId('1')]),
];

describe('the plan of an import', () => {
  it.prop([anySituation, selections])('says exactly one effect for every selected contact', (situation, selection) => {
    const plans = planSituation(situation, selection);
    expect(plans.map(({ entry }) => entry.contact.id)).toEqual(
      situation.entries.map(({ contact }) => contact.id).filter((id) => selection.has(id)),
    );
    for (const plan of plans) {
      expect(['create', 'update', 'unchanged', 'blocked']).toContain(plan.effect);
      if (plan.effect === 'blocked') expect(REASON_CODES).toContain(plan.reason);
    }
  });

  it.prop([anySituation, selections], { examples: [PACKAGE_OF_ANOTHER_DESTINATION] })(
    'is empty after it was carried out',
    (situation, selection) => {
      const first = planSituation(situation, selection);
      const second = planSituation(applyPlans(situation, first), selection);
      expect(second.map(({ effect }) => effect)).toEqual(
        first.map(({ effect }) => (effect === 'blocked' ? 'blocked' : 'unchanged')),
      );
      expect(second.map(reasonOfPlan)).toEqual(first.map(reasonOfPlan));
    },
  );

  it.prop([anySituation, selections])('touches one contact of an email at most', (situation, selection) => {
    const keys = written(planSituation(situation, selection)).map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.prop([situations, selections], { numRuns: 300 })(
    'refuses active contacts that share an email, unless one owns the user',
    (situation, selection) => {
      const derivations = deriveSituation(situation);
      const plans = planSituation(situation, selection);
      const isActive = ({ entry: { contact } }: PlannedImport) => contact.isActive && !contact.isGone;
      for (const plan of plans.filter(isActive)) {
        const ownership = derivations.get(plan.entry.contact.id)?.ownership;
        const isAlone = plans.filter((other) => isActive(other) && keyOf(other) === keyOf(plan)).length === 1;
        const isSpoilt = ['email_missing', 'email_invalid'].includes(reasonOfPlan(plan) ?? '');
        const isRefused = ownership === 'others' || (ownership !== 'own' && !isAlone);
        if (!isSpoilt) expect(reasonOfPlan(plan) === 'email_shared').toBe(isRefused);
      }
    },
  );

  it.prop([anySituation, selections])('creates only where no user has the email', (situation, selection) => {
    const taken = new Set(situation.users.map(({ email }) => emailKey(email)));
    for (const plan of written(planSituation(situation, selection))) {
      expect(taken.has(keyOf(plan))).toBe(plan.effect !== 'create');
    }
  });

  it.prop([anySituation, selections])('names no user but the one with the email', (situation, selection) => {
    for (const plan of written(planSituation(situation, selection))) {
      expect(emailKey(plan.target.email)).toBe(keyOf(plan));
      if (plan.effect === 'create') continue;
      expect(situation.users).toContain(plan.user);
      expect(emailKey(plan.user.email)).toBe(keyOf(plan));
    }
  });

  it.prop([situations, selections])('never takes a user from the contact that owns it', (situation, selection) => {
    const owners = new Map([...deriveSituation(situation)].flatMap(([id, { user }]) => (user ? [[user.id, id]] : [])));
    for (const plan of written(planSituation(situation, selection))) {
      if (plan.effect === 'create') continue;
      expect([undefined, plan.entry.contact.id]).toContain(owners.get(plan.user.id));
    }
  });

  it.prop([situations, selections])('leaves other destinations of a user alone', (situation, selection) => {
    const after = applyPlans(situation, planSituation(situation, selection));
    for (const { id, destinations } of situation.users) {
      const kept = after.users.find((user) => user.id === id)?.destinations ?? [];
      expect(kept.map(({ destinationId }) => destinationId)).toEqual(
        expect.arrayContaining(destinations.map(({ destinationId }) => destinationId)),
      );
    }
  });

  it.prop([situations.chain((situation) => fc.tuple(fc.constant(situation), respelled(situation))), selections])(
    'does not depend on padding and letter case of emails',
    ([situation, other], selection) => {
      const effects = (given: Situation) =>
        planSituation(given, selection).map((plan) => [plan.effect, reasonOfPlan(plan)]);
      expect(effects(other)).toEqual(effects(situation));
    },
  );

  it.prop([situations, selections])('adds up to the selection in the preview', (situation, selection) => {
    const plans = planSituation(situation, selection);
    const summary = new ImportSummary();
    for (const plan of plans) summary.add(plan, aCatalog());
    const { create, update, unchanged, blocked, byDestination, byPackage } = summary.preview();
    const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0);
    expect(create + update + unchanged + sum(blocked.map(({ count }) => count))).toBe(plans.length);
    expect(sum(byDestination.values())).toBe(create + update);
    expect(sum(byPackage.values())).toBe(create + update);
  });
});

describe('the problem in a row', () => {
  // Not chosen yet is no problem before an attempt, and a shared email needs a decision though one alone may go.
  const unnamed: readonly (ReasonCode | null)[] = ['destination_required', 'package_required', null];

  it.prop([situations], { numRuns: 300 })('is what would block an import of that contact alone', (given) => {
    const situation = { ...given, entries: given.entries.map((entry) => ({ ...entry, attempt: null })) };
    for (const [id, { problem }] of deriveSituation(situation)) {
      const [plan] = planSituation(situation, new Set([id]));
      const blocking = plan === undefined ? null : reasonOfPlan(plan);
      const isShared = problem === 'email_shared' || problem === 'email_ambiguous';
      if (!unnamed.includes(blocking) && !isShared) expect(problem).toBe(blocking);
      if (blocking === null && !isShared) expect(problem).toBeNull();
    }
  });
});

describe('everything selected', () => {
  it.prop([situations])('is planned as each contact by itself, but for shared emails', (situation) => {
    for (const plan of planSituation(situation, everyContact(situation))) {
      if (reasonOfPlan(plan) === 'email_shared') continue;
      expect(planSituation(situation, new Set([plan.entry.contact.id]))).toEqual([plan]);
    }
  });
});

function reasonOfPlan(plan: PlannedImport): ReasonCode | null {
  return plan.effect === 'blocked' ? plan.reason : null;
}

import { describe, expect, it } from 'vitest';
import { contactId, destinationId, packageId } from '../../../core/domain/ids.ts';
import type { PlannedImport, UserTarget } from '../../../core/domain/import-plan.ts';
import { type ImportPreview, ImportSummary, planChange } from '../../../core/domain/import-preview.ts';
import type { ReasonCode } from '../../../core/domain/reason.ts';
import { aCatalog, anEntry, aPackage, aTarget, aUser } from '../../support/builders.ts';

const FIRST = packageId('package-1');
const SECOND = packageId('package-2');

const creates = (target: Partial<UserTarget> = {}): PlannedImport => ({
  effect: 'create',
  entry: anEntry(),
  target: aTarget(target),
});
const saves = (effect: 'update' | 'unchanged', target: Partial<UserTarget> = {}): PlannedImport => ({
  effect,
  entry: anEntry(),
  target: aTarget(target),
  user: aUser(),
});
const blocks = (reason: ReasonCode): PlannedImport => ({ effect: 'blocked', entry: anEntry(), reason });

function previewOf(plans: readonly PlannedImport[], catalog = aCatalog()): ImportPreview {
  const summary = new ImportSummary();
  for (const plan of plans) summary.add(plan, catalog);
  return summary.preview();
}

describe('ImportSummary', () => {
  it('is empty without plans', () => {
    expect(previewOf([])).toMatchObject({ create: 0, update: 0, unchanged: 0, blocked: [], capacityGb: 0 });
  });

  it('counts every plan once, under its effect', () => {
    const plans = [creates(), saves('update'), creates(), saves('unchanged'), blocks('email_shared'), creates()];
    expect(previewOf(plans)).toMatchObject({
      create: 3,
      update: 1,
      unchanged: 1,
      blocked: [{ code: 'email_shared', count: 1 }],
    });
  });

  it('counts the blocked by reason, in the order of precedence', () => {
    const plans = [blocks('contact_inactive'), blocks('email_missing'), blocks('contact_inactive')];
    expect(previewOf(plans).blocked).toEqual([
      { code: 'email_missing', count: 1 },
      { code: 'contact_inactive', count: 2 },
    ]);
  });

  it('counts destinations and packages of those that would be written', () => {
    const elsewhere = { destinationId: destinationId('destination-2'), packageId: SECOND };
    const { byDestination, byPackage } = previewOf([
      creates(),
      creates(elsewhere),
      saves('update'),
      saves('unchanged', elsewhere),
      blocks('contact_gone'),
    ]);
    expect([...byDestination]).toEqual([
      ['destination-1', 2],
      ['destination-2', 1],
    ]);
    expect([...byPackage]).toEqual([
      ['package-1', 2],
      ['package-2', 1],
    ]);
  });

  it('names the first ten of each effect and of each reason, however many there are', () => {
    const many = (plan: PlannedImport) =>
      Array.from({ length: 12 }, (_, index) => ({
        ...plan,
        entry: anEntry({ contact: { id: contactId(`${plan.effect} ${index}`), firstName: 'Ada' } }),
      }));
    const plans = [creates(), saves('update'), saves('unchanged'), blocks('email_missing'), blocks('contact_gone')];
    const { named } = previewOf(plans.flatMap(many));
    for (const plan of plans) {
      const reason = plan.effect === 'blocked' ? plan.reason : null;
      const same = named.filter((one) => one.effect === plan.effect && one.reason === reason);
      expect(same.map((one) => one.contactId)).toEqual(
        many(plan)
          .slice(0, 10)
          .map(({ entry }) => entry.contact.id),
      );
    }
    expect(named).toHaveLength(50);
    expect(named[0]).toMatchObject({ firstName: 'Ada', account: anEntry().contact.account });
  });

  it('adds up the capacity of the users to create only', () => {
    const plans = [creates(), creates({ packageId: SECOND }), saves('update'), saves('unchanged'), creates()];
    expect(previewOf(plans).capacityGb).toBe(700);
  });

  it.each([
    { why: 'is without limit', limited: aPackage({ storageLimitGb: null }) },
    { why: 'is not known', limited: aPackage({ id: SECOND }) },
  ])('knows no capacity when a package $why, whatever comes after', ({ limited }) => {
    const catalog = {
      ...aCatalog(),
      packages: new Map([
        [limited.id, limited],
        [SECOND, aPackage({ id: SECOND })],
      ]),
    };
    expect(previewOf([creates({ packageId: FIRST }), creates({ packageId: SECOND })], catalog).capacityGb).toBeNull();
  });
});

describe('the fingerprint of a preview', () => {
  const plans = [creates(), saves('update'), blocks('email_shared')];

  it('is the same for the same plan', () => {
    expect(previewOf([...plans]).fingerprint).toBe(previewOf(plans).fingerprint);
  });

  it.each([
    { why: 'an effect', changed: [creates(), saves('unchanged'), blocks('email_shared')] },
    { why: 'a reason', changed: [creates(), saves('update'), blocks('email_ambiguous')] },
    { why: 'the email', changed: [creates({ email: 'b@engines.example' }), ...plans.slice(1)] },
    { why: 'the first name', changed: [creates({ firstName: 'Augusta' }), ...plans.slice(1)] },
    { why: 'the last name', changed: [creates({ lastName: 'Byron' }), ...plans.slice(1)] },
    { why: 'the company', changed: [creates({ company: 'Engines Ltd' }), ...plans.slice(1)] },
    { why: 'a destination', changed: [creates({ destinationId: destinationId('2') }), ...plans.slice(1)] },
    { why: 'a package', changed: [creates({ packageId: SECOND }), ...plans.slice(1)] },
    { why: 'a contact more', changed: [...plans, blocks('email_shared')] },
    { why: 'a contact less', changed: plans.slice(1) },
    {
      why: 'another contact',
      changed: [{ ...creates(), entry: anEntry({ contact: { id: contactId('2') } }) }, ...plans.slice(1)],
    },
    {
      why: 'another blocked contact',
      changed: [
        ...plans.slice(0, 2),
        { ...blocks('email_shared'), entry: anEntry({ contact: { id: contactId('2') } }) },
      ],
    },
  ])('is another one when $why differs', ({ changed }) => {
    expect(previewOf(changed).fingerprint).not.toBe(previewOf(plans).fingerprint);
  });
});

describe('planChange', () => {
  const { fingerprint } = previewOf([creates(), creates(), blocks('email_missing')]);

  it('says a sentence for each effect whose number has changed', () => {
    const now = previewOf([creates(), saves('unchanged'), blocks('email_missing')]);
    expect(planChange(fingerprint, now)).toBe(
      'The import would no longer do what the preview showed. Now 1 instead of 2 contacts would be created. ' +
        'Now 1 instead of 0 contacts would be left as they are. Nothing was imported.',
    );
    expect(planChange(fingerprint, previewOf([creates(), creates()]))).toContain(
      'Now 0 instead of 1 contact would be blocked.',
    );
  });

  it('says that values have changed where no number has', () => {
    const values = 'Some contacts or users have other values now.';
    expect(planChange('other.2.0.0.1', previewOf([creates(), creates(), blocks('email_missing')]))).toContain(values);
  });

  it('says of a fingerprint that no preview gave that it is none', () => {
    expect(planChange('made up', previewOf([creates()]))).toContain('none that a preview gives');
  });
});

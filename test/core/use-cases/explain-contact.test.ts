import { describe, expect, it } from 'vitest';
import { contactId, packageId } from '../../../core/domain/ids.ts';
import type { SourceContact } from '../../../core/ports/contact-source.ts';
import { aSourceContact, EVERYTHING } from '../../support/book-builders.ts';
import { SENTENCE } from '../../support/like.ts';
import { MSP, OTHER_MSP } from '../../support/run-builders.ts';
import { ALL, theUserOf, useCasesInMemory } from '../../support/use-cases-in-memory.ts';

const SHARED = { email: ' Info@Engines.example' };

async function openApp(...contacts: readonly SourceContact[]) {
  const app = useCasesInMemory();
  await app.open(...contacts);
  const explain = (id: number, scope = EVERYTHING) => app.explainContact.run(scope, contactId(String(id)));
  return { ...app, explain };
}

describe('ExplainContact', () => {
  it('says what was looked for, whose the user is, and what an import would do', async () => {
    const app = await openApp(aSourceContact(1));
    expect(await app.explain(1)).toMatchObject({
      listed: { status: 'blank' },
      matchedOn: 'contact-1@engines.example',
      ownership: 'free',
      sharedWith: [],
      effect: 'create',
      blockedBy: null,
    });
    app.ports.users.put(MSP, theUserOf(1, { lastName: 'Byron' }));
    expect(await app.explain(1)).toMatchObject({
      ownership: 'own',
      effect: 'update',
      listed: { status: 'modified', userId: 'by-hand-1', differences: [{ field: 'lastName' }] },
    });
    await app.import();
    expect(await app.explain(1)).toMatchObject({ effect: 'unchanged', listed: { status: 'equal' } });
  });

  it('names who shares the email, and lets one alone be imported', async () => {
    const app = await openApp(aSourceContact(1, SHARED), aSourceContact(2, SHARED));
    expect(await app.explain(1)).toMatchObject({
      matchedOn: 'info@engines.example',
      sharedWith: ['2'],
      effect: 'create',
    });
    app.ports.users.put(MSP, theUserOf(1, SHARED));
    expect(await app.explain(1)).toMatchObject({ ownership: 'ambiguous', effect: 'unchanged' });
    await app.import({ ids: [contactId('1')] });
    expect(await app.explain(2)).toMatchObject({
      ownership: 'others',
      effect: 'blocked',
      blockedBy: { code: 'email_shared' },
    });
  });

  it('says why an import is blocked, with a remedy', async () => {
    const app = await openApp(aSourceContact(1, { email: ' ' }), aSourceContact(2));
    await app.assign(ALL, { packageId: packageId('package-3') });
    const { matchedOn, blockedBy } = await app.explain(1);
    expect([matchedOn, blockedBy?.code]).toEqual([null, 'email_missing']);
    expect((await app.explain(2)).blockedBy).toMatchObject({ code: 'package_disabled', remedy: SENTENCE });
  });

  it('finds no contact that the principal may not see', async () => {
    const app = await openApp(aSourceContact(1));
    const refusal = { code: 'contact_not_found' };
    await expect(app.explain(404)).rejects.toMatchObject(refusal);
    await expect(app.explain(1, { ...EVERYTHING, accounts: ['Elsewhere'] })).rejects.toMatchObject(refusal);
    await expect(app.explain(1, { ...EVERYTHING, tenantId: OTHER_MSP })).rejects.toMatchObject(refusal);
  });
});

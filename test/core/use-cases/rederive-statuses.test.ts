import { describe, expect, it } from 'vitest';
import { contactId, userId } from '../../../core/domain/ids.ts';
import { aSourceContact, BOOK, derive, rowOf } from '../../support/book-builders.ts';
import { MSP } from '../../support/run-builders.ts';
import { theUserOf, useCasesInMemory } from '../../support/use-cases-in-memory.ts';

async function openImported() {
  const app = useCasesInMemory();
  await app.open(aSourceContact(1), aSourceContact(2), aSourceContact(3, { email: '' }));
  await app.import({ ids: [aSourceContact(1).id] });
  const stored = async (id: number) => (await rowOf(app.ports.contactBook, id)).derived;
  return { ...app, stored };
}

const OWN = userId('user-1');

describe('RederiveStatuses', () => {
  it('brings the whole book to the users of today', async () => {
    const app = await openImported();
    app.ports.users.remove(MSP, OWN);
    app.ports.users.put(MSP, theUserOf(2, { company: 'Elsewhere' }));
    await app.rederiveStatuses.ofAll(BOOK);
    expect(await app.stored(1)).toMatchObject({ status: 'blank', problem: null, userId: null });
    expect(await app.stored(2)).toMatchObject({ status: 'modified', problem: null, userId: 'by-hand-2' });
    expect(await app.stored(3)).toMatchObject({ status: 'blank', problem: 'email_missing', userId: null });
  });

  it('shows an edit on the Users page', async () => {
    const app = await openImported();
    app.ports.users.put(MSP, theUserOf(1, { id: OWN, lastName: 'Byron' }));
    await app.rederiveStatuses.ofUsers(BOOK, [OWN]);
    expect((await app.stored(1)).status).toBe('modified');
  });

  it('resets the contact of a user whose email changed, and finds the one with the new email', async () => {
    const app = await openImported();
    app.ports.users.put(MSP, theUserOf(2, { id: OWN }));
    await app.rederiveStatuses.ofUsers(BOOK, [OWN]);
    expect(await app.stored(1)).toMatchObject({ status: 'blank', userId: null });
    expect(await app.stored(2)).toMatchObject({ status: 'equal', userId: OWN });
  });

  it('resets the contact of a deleted user', async () => {
    const app = await openImported();
    app.ports.users.remove(MSP, OWN);
    await app.rederiveStatuses.ofUsers(BOOK, [OWN]);
    expect((await app.stored(1)).status).toBe('blank');
  });

  it('drops a contact that is gone together with its user', async () => {
    const app = await openImported();
    app.ports.source.removeContact('1');
    await app.takeOver();
    expect((await app.row(1)).problem).toBe('contact_gone');
    app.ports.users.remove(MSP, OWN);
    await app.rederiveStatuses.ofUsers(BOOK, [OWN]);
    expect((await app.list()).map(({ contact }) => contact.id)).not.toContain('1');
  });

  it('resets a failed contact whose user is deleted', async () => {
    const app = await openImported();
    await app.assign({ ids: [aSourceContact(1).id] }, { packageId: null });
    app.ports.users.put(MSP, theUserOf(1, { id: OWN, destinations: [] }));
    await app.import({ ids: [aSourceContact(1).id] });
    expect((await app.stored(1)).status).toBe('failed');
    app.ports.users.remove(MSP, OWN);
    await app.rederiveStatuses.ofUsers(BOOK, [OWN]);
    expect((await app.stored(1)).status).toBe('blank');
  });

  it('brings contacts to the users of today, and those that have one of the emails', async () => {
    const app = await openImported();
    app.ports.users.remove(MSP, OWN);
    app.ports.users.put(MSP, theUserOf(2));
    await app.rederiveStatuses.ofContacts(BOOK, {
      contactIds: [contactId('1')],
      emailKeys: [aSourceContact(2).email],
    });
    expect(await app.stored(1)).toMatchObject({ status: 'blank', userId: null });
    expect(await app.stored(2)).toMatchObject({ status: 'equal', userId: 'by-hand-2' });
  });

  it('looks at no other contacts than those that are named', async () => {
    const app = await openImported();
    await derive(app.ports.contactBook, 2, { status: 'modified' });
    await app.rederiveStatuses.ofContacts(BOOK, { contactIds: [contactId('1')], emailKeys: ['contact-3@elsewhere'] });
    expect((await app.stored(2)).status).toBe('modified');
  });

  it('looks at no other contacts than those of the changed users', async () => {
    const app = await openImported();
    await derive(app.ports.contactBook, 2, { status: 'modified' });
    await app.rederiveStatuses.ofUsers(BOOK, [OWN]);
    expect((await app.stored(2)).status).toBe('modified');
  });
});

import { describe, expect, it } from 'vitest';
import { contactId, packageId } from '../../../core/domain/ids.ts';
import type { UserRepository } from '../../../core/ports/user-repository.ts';
import { deriveRows, loadCatalog, withCompleteGroups } from '../../../core/use-cases/derive-rows.ts';
import { aSourceContact, BOOK, rowOf } from '../../support/book-builders.ts';
import { MSP } from '../../support/run-builders.ts';
import { only, theUserOf, useCasesInMemory } from '../../support/use-cases-in-memory.ts';

const SHARED = { email: 'info@engines.example' };

describe('deriveRows', () => {
  it('never undoes what an import recorded after the rows were read', async () => {
    const app = useCasesInMemory();
    await app.open(aSourceContact(1));
    const catalog = await loadCatalog(app.ports, MSP);
    const read = [await rowOf(app.ports.contactBook, 1)];
    await app.assign(only(1), { packageId: packageId('package-3') });
    await app.import();
    app.ports.users.put(MSP, theUserOf(1));
    await deriveRows(app.ports, BOOK, read, catalog);
    expect((await rowOf(app.ports.contactBook, 1)).derived.status).toBe('failed');
  });

  it('leaves a row untouched of which nothing has changed', async () => {
    const app = useCasesInMemory();
    await app.open(aSourceContact(1));
    const read = [await rowOf(app.ports.contactBook, 1)];
    await deriveRows(app.ports, BOOK, read, await loadCatalog(app.ports, MSP));
    expect(await rowOf(app.ports.contactBook, 1)).toEqual(read[0]);
  });

  it('keeps who has the email of a Failed contact, though the user is not its own, so that a deletion shows', async () => {
    const app = useCasesInMemory();
    await app.open(aSourceContact(1, SHARED), aSourceContact(2, SHARED));
    await app.import();
    app.ports.users.put(MSP, theUserOf(1, SHARED));
    await app.list();
    const { entry, derived } = await rowOf(app.ports.contactBook, 1);
    expect([derived.userId, entry.attempt?.userId]).toEqual([null, 'by-hand-1']);
    app.ports.users.remove(MSP, theUserOf(1).id);
    expect(await app.statuses()).toEqual({ 1: 'blank', 2: 'blank' });
  });
});

describe('a list of users that may be a minute old', () => {
  /** Before the user of contact 1 was made; whoever asks for nothing older is told of it. */
  async function openWithOldList() {
    const app = useCasesInMemory();
    await app.open(aSourceContact(1));
    app.ports.users.put(MSP, theUserOf(1));
    const users: UserRepository = app.ports.users;
    const findByEmails = users.findByEmails.bind(users);
    const asked: (Date | undefined)[] = [];
    const age = () => {
      users.findByEmails = async (tenantId, emails, { notBefore } = {}) => {
        asked.push(notBefore);
        return notBefore === undefined ? [] : findByEmails(tenantId, emails);
      };
    };
    return { ...app, age, asked };
  }

  it('ends no failed attempt', async () => {
    const app = await openWithOldList();
    await app.assign(only(1), { packageId: packageId('package-3') });
    await app.import();
    app.age();
    expect(await app.statuses()).toEqual({ 1: 'failed' });
  });

  it('drops no contact that is gone', async () => {
    const app = await openWithOldList();
    await app.import();
    app.ports.source.removeContact('1');
    app.age();
    await app.takeOver();
    expect((await app.row(1)).problem).toBe('contact_gone');
  });

  it('is enough for contacts that have lost nothing', async () => {
    const app = await openWithOldList();
    app.age();
    expect(await app.statuses()).toEqual({ 1: 'blank' });
    expect(app.asked).toEqual([undefined]);
  });
});

describe('withCompleteGroups', () => {
  it('adds the contacts with the same email, each once, and none for a missing email', async () => {
    const app = useCasesInMemory();
    await app.open(
      aSourceContact(1, SHARED),
      aSourceContact(2, { email: ' INFO@engines.example ' }),
      aSourceContact(3, { email: '' }),
      aSourceContact(4, { email: '' }),
    );
    const rows = await app.ports.contactBook.withIds(BOOK, [contactId('1'), contactId('3')]);
    const complete = await withCompleteGroups(app.ports, BOOK, rows);
    expect(complete.map(({ entry }) => entry.contact.id).toSorted()).toEqual(['1', '2', '3']);
  });
});

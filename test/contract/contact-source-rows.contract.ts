import { describe, expect, it } from 'vitest';
import type { ContactId } from '../../core/domain/ids.ts';
import type { SourceContact } from '../../core/ports/contact-source.ts';
import { all, type ContactSourceHarness, errorOf, never, person } from './contact-source-harness.ts';

/** What every contact source promises about its rows; a part of the contract. */
export function contactSourceRowsContract(start: () => Promise<ContactSourceHarness>): void {
  describe('contacts and accounts', () => {
    it('come as they are: untrimmed, in any script, "" for none, active or not', async () => {
      const { source, credentials, putAccount, putContact } = await start();
      const accountId = await putAccount({ name: '  Müller & Söhne GmbH ', isActive: true });
      const closed = await putAccount({ name: '株式会社さくら', isActive: false });
      const rows = [
        person({ accountId, firstName: ' Zoë ', lastName: "O'Brien-Łuczak", email: ' Zoe@Mueller.Example ' }),
        person({ accountId: closed, firstName: '花子', lastName: '佐藤', email: '', isActive: false }),
        person({ accountId, firstName: 'محمد', lastName: '👩‍💻', email: 'no at sign' }),
      ];
      const ids: ContactId[] = [];
      for (const row of rows) ids.push(await putContact(row));

      const contacts = await all(source.contacts(credentials, never));
      expect(ids.map((id) => contacts.find((contact) => contact.id === id))).toEqual(
        rows.map((row, index) => ({ id: ids[index], ...row })),
      );
      const accounts = await all(source.accounts(credentials, never));
      expect(accounts.find(({ id }) => id === accountId)?.name).toBe('  Müller & Söhne GmbH ');
      expect(accounts.find(({ id }) => id === closed)).toEqual({
        id: closed,
        name: '株式会社さくら',
        isActive: false,
      });
    });

    it("hold the MSP's own account and its people", async () => {
      const { source, credentials, putContact } = await start();
      const own = (await all(source.accounts(credentials, never)))[0];
      expect(own?.id).toBe('0');
      const id = await putContact(person({ accountId: own!.id }));
      const contacts = await all(source.contacts(credentials, never));
      expect(contacts.find((contact) => contact.id === id)?.accountId).toBe('0');
    });

    it('come each once and ascending by id, over several pages', async () => {
      const { source, credentials, putAccount, putContact } = await start();
      const accountId = await putAccount({ name: 'Northwind Dental', isActive: true });
      const put: ContactId[] = [];
      for (let number = 0; number < 1001; number += 1) put.push(await putContact(person({ accountId })));

      const pages: (readonly SourceContact[])[] = [];
      for await (const page of source.contacts(credentials, never)) pages.push(page);
      const ids = pages.flat().map(({ id }) => Number(id));
      expect(ids).toEqual([...new Set(ids)].sort((one, other) => one - other));
      expect(ids).toEqual(expect.arrayContaining(put.map(Number)));
      expect(ids).toHaveLength((await source.counts(credentials, never)).contacts);
      expect(pages.length).toBeGreaterThan(2);
      expect(Math.min(...pages.map((page) => page.length))).toBeGreaterThan(0);
    });

    it('lose and double nothing while rows come and go', async () => {
      const { source, credentials, putAccount, putContact, removeContact } = await start();
      const accountId = await putAccount({ name: 'Northwind Dental', isActive: true });
      const put: ContactId[] = [];
      for (let number = 0; number < 1600; number += 1) put.push(await putContact(person({ accountId })));

      const seen: ContactId[] = [];
      let late: ContactId | null = null;
      for await (const page of source.contacts(credentials, never)) {
        seen.push(...page.map(({ id }) => id));
        if (late !== null) continue;
        await removeContact(put[10]!); // A row of a page that was read, and would shift pages counted by number.
        late = await putContact(person({ accountId, lastName: 'Late' }));
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toEqual(expect.arrayContaining([...put, late]));
    });

    it('may be read side by side', async () => {
      const { source, credentials, putAccount, putContact } = await start();
      const accountId = await putAccount({ name: 'Northwind Dental', isActive: true });
      await putContact(person({ accountId }));
      const [contacts, accounts, counts] = await Promise.all([
        all(source.contacts(credentials, never)),
        all(source.accounts(credentials, never)),
        source.counts(credentials, never),
      ]);
      expect({ contacts: contacts.length, accounts: accounts.length }).toEqual(counts);
    });

    it.each(['contacts', 'accounts'] as const)('are forbidden without the right to see %s', async (entity) => {
      const { source, credentials, grant } = await start();
      await grant({ contacts: 'all', accounts: 'all', [entity]: 'none' });
      const error = await errorOf(all<unknown>(source[entity](credentials, never)));
      expect(error.code).toBe('source_forbidden');
      expect(error.safeDetail).toContain(entity);
      const other = entity === 'contacts' ? 'accounts' : 'contacts';
      await expect(all<unknown>(source[other](credentials, never))).resolves.toBeInstanceOf(Array);
    });

    it('end when the reader stops', async () => {
      const { source, credentials, putAccount, putContact } = await start();
      const accountId = await putAccount({ name: 'Northwind Dental', isActive: true });
      for (let number = 0; number < 501; number += 1) await putContact(person({ accountId }));
      for await (const page of source.contacts(credentials, never)) {
        expect(page.length).toBeGreaterThan(0);
        break;
      }
      expect((await source.counts(credentials, never)).contacts).toBeGreaterThan(500);
    });
  });

  describe('an aborted signal', () => {
    it('stops every method with its own reason', async () => {
      const { source, credentials } = await start();
      const reason = new Error('cancelled by the technician');
      const signal = AbortSignal.abort(reason);
      await expect(source.check(credentials, signal)).rejects.toBe(reason);
      await expect(source.counts(credentials, signal)).rejects.toBe(reason);
      await expect(all(source.contacts(credentials, signal))).rejects.toBe(reason);
      await expect(all(source.accounts(credentials, signal))).rejects.toBe(reason);
    });

    it('stops between two pages', async () => {
      const { source, credentials, putAccount, putContact } = await start();
      const accountId = await putAccount({ name: 'Northwind Dental', isActive: true });
      for (let number = 0; number < 1001; number += 1) await putContact(person({ accountId }));
      const controller = new AbortController();
      const reason = new Error('cancelled by the technician');
      let pages = 0;
      const reading = (async () => {
        for await (const page of source.contacts(credentials, controller.signal)) {
          pages += page.length > 0 ? 1 : 0;
          controller.abort(reason);
        }
      })();
      await expect(reading).rejects.toBe(reason);
      expect(pages).toBe(1);
    });
  });
}

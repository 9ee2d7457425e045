import { describe, expect, it } from 'vitest';
import { type ContactId, contactId } from '../../core/domain/ids.ts';
import type { SourceContact } from '../../core/ports/contact-source.ts';
import { all, allIds, type ContactSourceHarness, errorOf, options, person, whole } from './contact-source-harness.ts';

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

      const contacts = await all(source.contacts(credentials, whole, options));
      expect(ids.map((id) => contacts.find((contact) => contact.id === id))).toEqual(
        rows.map((row, index) => ({ id: ids[index], ...row })),
      );
      const accounts = await all(source.accounts(credentials, whole, options));
      expect(accounts.find(({ id }) => id === accountId)?.name).toBe('  Müller & Söhne GmbH ');
      expect(accounts.find(({ id }) => id === closed)).toEqual({
        id: closed,
        name: '株式会社さくら',
        isActive: false,
      });
    });

    it("hold the MSP's own account and its people", async () => {
      const { source, credentials, putContact } = await start();
      const accounts = await all(source.accounts(credentials, whole, options));
      const own = accounts.find(({ id }) => id === '0');
      expect(own?.id).toBe('0');
      const id = await putContact(person({ accountId: own!.id }));
      const contacts = await all(source.contacts(credentials, whole, options));
      expect(contacts.find((contact) => contact.id === id)?.accountId).toBe('0');
    });

    it('come each once, over several pages', async () => {
      const { source, credentials, putAccount, putContact } = await start();
      const accountId = await putAccount({ name: 'Northwind Dental', isActive: true });
      const put: ContactId[] = [];
      for (let number = 0; number < 1001; number += 1) put.push(await putContact(person({ accountId })));

      const pages: (readonly SourceContact[])[] = [];
      for await (const { rows } of source.contacts(credentials, whole, options)) pages.push(rows);
      const ids = pages.flat().map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(expect.arrayContaining(put));
      expect(ids).toHaveLength((await source.counts(credentials, options)).contacts);
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
      for await (const { rows } of source.contacts(credentials, whole, options)) {
        seen.push(...rows.map(({ id }) => id));
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
        all(source.contacts(credentials, whole, options)),
        all(source.accounts(credentials, whole, options)),
        source.counts(credentials, options),
      ]);
      expect(counts).toMatchObject({ contacts: contacts.length, accounts: accounts.length });
    });

    it.each(['contacts', 'accounts'] as const)('are forbidden without the right to see %s', async (entity) => {
      const { source, credentials, grant } = await start();
      await grant({ contacts: 'all', accounts: 'all', [entity]: 'none' });
      const error = await errorOf(all<unknown>(source[entity](credentials, whole, options)));
      expect(error.code).toBe('source_forbidden');
      expect(error.safeDetail).toContain(entity);
      const other = entity === 'contacts' ? 'accounts' : 'contacts';
      await expect(all<unknown>(source[other](credentials, whole, options))).resolves.toBeInstanceOf(Array);
    });

    it('end when the reader stops', async () => {
      const { source, credentials, putAccount, putContact } = await start();
      const accountId = await putAccount({ name: 'Northwind Dental', isActive: true });
      for (let number = 0; number < 501; number += 1) await putContact(person({ accountId }));
      for await (const { rows } of source.contacts(credentials, whole, options)) {
        expect(rows.length).toBeGreaterThan(0);
        break;
      }
      expect((await source.counts(credentials, options)).contacts).toBeGreaterThan(500);
    });
  });

  describe('an aborted signal', () => {
    it('stops every method with its own reason', async () => {
      const { source, credentials } = await start();
      const reason = new Error('cancelled by the technician');
      const aborted = { signal: AbortSignal.abort(reason) };
      await expect(source.check(credentials, aborted)).rejects.toBe(reason);
      await expect(source.counts(credentials, aborted)).rejects.toBe(reason);
      await expect(source.usage(credentials, aborted)).rejects.toBe(reason);
      await expect(all(source.contacts(credentials, whole, aborted))).rejects.toBe(reason);
      await expect(all(source.accounts(credentials, whole, aborted))).rejects.toBe(reason);
      await expect(allIds(source.ids('contacts', credentials, whole, aborted))).rejects.toBe(reason);
      await expect(source.contactsById(credentials, [contactId('1')], aborted)).rejects.toBe(reason);
    });

    it('stops between two pages', async () => {
      const { source, credentials, putAccount, putContact } = await start();
      const accountId = await putAccount({ name: 'Northwind Dental', isActive: true });
      for (let number = 0; number < 1001; number += 1) await putContact(person({ accountId }));
      const controller = new AbortController();
      const reason = new Error('cancelled by the technician');
      let pages = 0;
      const reading = (async () => {
        for await (const page of source.contacts(credentials, whole, { signal: controller.signal })) {
          pages += page.rows.length > 0 ? 1 : 0;
          controller.abort(reason);
        }
      })();
      await expect(reading).rejects.toBe(reason);
      expect(pages).toBe(1);
    });
  });
}

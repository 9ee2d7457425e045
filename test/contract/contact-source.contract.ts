import { afterEach, describe, expect, it } from 'vitest';
import type { Credentials, SourceAccess } from '../../core/domain/connection.ts';
import type { AccountId, ContactId } from '../../core/domain/ids.ts';
import type { ContactSource, SourceAccount, SourceContact } from '../../core/ports/contact-source.ts';
import { isPluginError } from '../../core/ports/errors.ts';

/** What may be wrong with what stands behind a source. */
export type SourceTrouble = 'down' | 'throttled' | 'not_data';

/** A source with the MSP's own account "0" in it and nothing else that the tests rely on. */
export interface ContactSourceHarness {
  readonly source: ContactSource;
  readonly credentials: Credentials;
  /** Ids are given by the source, in ascending order. */
  putAccount(account: Omit<SourceAccount, 'id'>): Promise<AccountId>;
  putContact(contact: Omit<SourceContact, 'id'>): Promise<ContactId>;
  removeContact(id: ContactId): Promise<void>;
  grant(access: SourceAccess): Promise<void>;
  /** From now on, until told otherwise. */
  trouble(trouble: SourceTrouble | null): Promise<void>;
  readonly probe: {
    /** How many calls with credentials have arrived behind the source. */
    calls(): Promise<number>;
  };
  dispose(): Promise<void>;
}

const never = new AbortController().signal;
const person = (values: Partial<Omit<SourceContact, 'id'>> & { accountId: AccountId }): Omit<SourceContact, 'id'> => ({
  firstName: 'Ann',
  lastName: 'Lee',
  email: 'ann.lee@northwind.example',
  isActive: true,
  ...values,
});

/** What every {@link ContactSource} promises. */
export function contactSourceContract(name: string, open: () => Promise<ContactSourceHarness>): void {
  describe(`ContactSource: ${name}`, () => {
    const opened: ContactSourceHarness[] = [];
    const start = async (): Promise<ContactSourceHarness> => {
      const harness = await open();
      opened.push(harness);
      return harness;
    };
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((harness) => harness.dispose()));
    });

    describe('check', () => {
      it('tells the zone, the database and what may be seen', async () => {
        const { source, credentials } = await start();
        const check = await source.check(credentials, never);
        expect(new URL(check.zone).href).toBe(check.zone);
        expect(check.databaseId).toMatch(/^\d+$/);
        expect(check.access).toEqual({ contacts: 'all', accounts: 'all' });
      });

      it.each<SourceAccess>([
        { contacts: 'none', accounts: 'all' },
        { contacts: 'all', accounts: 'none' },
        { contacts: 'restricted', accounts: 'restricted' },
      ])('tells a right that is missing or partial: %o', async (access) => {
        const { source, credentials, grant } = await start();
        await grant(access);
        expect((await source.check(credentials, never)).access).toEqual(access);
      });

      it.each(['password', 'username'] as const)('refuses a wrong %s without repeating it', async (field) => {
        const { source, credentials, probe } = await start();
        const wrong = { ...credentials, [field]: `${credentials[field]}x` };
        const error = await errorOf(source.check(wrong, never));
        expect(error.code).toBe('source_unauthorized');
        expect(error.safeDetail).toContain(field === 'username' ? 'UserName' : 'Password');
        expect(error.safeDetail).not.toContain(wrong.password);
        expect(await probe.calls()).toBeLessThanOrEqual(1);
      });

      it('goes on working with the right credentials after wrong ones', async () => {
        const { source, credentials } = await start();
        await errorOf(source.check({ ...credentials, password: 'wrong' }, never));
        expect((await source.counts(credentials, never)).accounts).toBeGreaterThan(0);
      });
    });

    describe('after refused credentials', () => {
      it('makes no further call with them', async () => {
        const { source, credentials, probe } = await start();
        const wrong = { ...credentials, password: 'wrong' };
        await errorOf(source.counts(wrong, never));
        const before = await probe.calls();
        expect(before).toBe(1);
        expect((await errorOf(source.counts(wrong, never))).code).toBe('source_unauthorized');
        expect((await errorOf(all(source.contacts(wrong, never)))).code).toBe('source_unauthorized');
        expect((await errorOf(all(source.accounts(wrong, never)))).code).toBe('source_unauthorized');
        expect(await probe.calls()).toBe(before);
      });

      it('makes one more when they are checked again', async () => {
        const { source, credentials, probe } = await start();
        const wrong = { ...credentials, password: 'wrong' };
        await errorOf(source.check(wrong, never));
        const before = await probe.calls();
        expect((await errorOf(source.check(wrong, never))).code).toBe('source_unauthorized');
        expect(await probe.calls()).toBe(before + 1);
      });
    });

    describe('counts', () => {
      it('counts active and inactive rows alike', async () => {
        const { source, credentials, putAccount, putContact } = await start();
        const before = await source.counts(credentials, never);
        const accountId = await putAccount({ name: 'Northwind Dental', isActive: false });
        await putContact(person({ accountId }));
        await putContact(person({ accountId, isActive: false }));
        expect(await source.counts(credentials, never)).toEqual({
          contacts: before.contacts + 2,
          accounts: before.accounts + 1,
        });
      });

      it.each(['contacts', 'accounts'] as const)('is forbidden without the right to see %s', async (entity) => {
        const { source, credentials, grant } = await start();
        await grant({ contacts: 'all', accounts: 'all', [entity]: 'none' });
        const error = await errorOf(source.counts(credentials, never));
        expect(error.code).toBe('source_forbidden');
        expect(error.safeDetail).toContain(entity);
      });
    });

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

    describe('trouble', () => {
      it.each([
        ['down', 'source_unavailable'],
        ['throttled', 'source_throttled'],
        ['not_data', 'source_incomplete'],
      ] as const)('%s is %s, and never an end of the rows', async (trouble, code) => {
        const harness = await start();
        const { source, credentials } = harness;
        await harness.trouble(trouble);
        expect((await errorOf(source.counts(credentials, never))).code).toBe(code);
        expect((await errorOf(all(source.contacts(credentials, never)))).code).toBe(code);
        expect((await errorOf(all(source.accounts(credentials, never)))).code).toBe(code);
        await harness.trouble(null);
        expect((await source.counts(credentials, never)).accounts).toBeGreaterThan(0);
      });

      it('that stops a check is no judgement on the credentials', async () => {
        const harness = await start();
        const { source, credentials } = harness;
        await harness.trouble('down');
        expect((await errorOf(source.check(credentials, never))).code).toBe('source_unavailable');
        await harness.trouble(null);
        expect((await source.check(credentials, never)).access.contacts).toBe('all');
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
  });
}

async function all<Row>(pages: AsyncIterable<readonly Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of pages) rows.push(...page);
  return rows;
}

async function errorOf(promise: Promise<unknown>) {
  const error: unknown = await promise.then(
    () => new Error('Nothing was thrown'),
    (thrown: unknown) => thrown,
  );
  if (isPluginError(error)) return error;
  throw error;
}

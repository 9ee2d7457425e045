import { join } from 'node:path';
import { KnexContactBook } from '../../adapters/knex/knex-contact-book.ts';
import { migratePlugin } from '../../adapters/knex/migrate-plugin.ts';
import { type OpenDatabase, openDatabase } from '../../adapters/knex/open-database.ts';
import { type ContactId, databaseId, destinationId, packageId, tenantId } from '../../core/domain/ids.ts';
import type { IntegrationStatus } from '../../core/domain/integration-status.ts';
import type { ReasonCode } from '../../core/domain/reason.ts';
import type { BookScope } from '../../core/domain/scope.ts';
import { removeDirectory, temporaryDirectory } from '../support/console-process.ts';
import { generatedAccount, generatedContact } from './generated-source.ts';
import type { Postgres } from './postgres.ts';

const CONTACTS_PER_ACCOUNT = 20;

/** How contacts stand, by turns: most are equal, every hundredth has a problem. */
const STATES: readonly (readonly [IntegrationStatus, ReasonCode | null])[] = Array.from({ length: 100 }, (_, turn) => {
  if (turn === 0) return ['failed', 'console_refused'];
  if (turn === 1) return ['equal', 'package_gone'];
  if (turn < 10) return ['modified', null];
  return turn < 30 ? ['blank', null] : ['equal', null];
});

/** What the catalog holds, in its order; a third of it is assigned to nobody. */
export const DESTINATIONS = Array.from({ length: 60 }, (_none, index) => `destination-${(index * 7) % 60}`);
export const PACKAGES = Array.from({ length: 6 }, (_none, index) => `package-${6 - index}`);

/** A list of contacts of every status, in a database of its own. */
export interface FilledBook {
  readonly knex: OpenDatabase['knex'];
  readonly scope: BookScope;
  close(): Promise<void>;
}

export async function bookOnDisk(contacts: number): Promise<FilledBook> {
  const directory = await temporaryDirectory();
  const book = await filledBook(`sqlite:${join(directory, 'book.sqlite')}`, contacts);
  return {
    ...book,
    async close() {
      await book.close();
      await removeDirectory(directory);
    },
  };
}

/** As it is once the server has tidied up behind the many rows, which it does by itself after a while. */
export async function bookOnPostgres(postgres: Postgres, contacts: number): Promise<FilledBook> {
  const book = await filledBook(await postgres.createDatabase(), contacts);
  await book.knex.raw('vacuum analyze');
  return book;
}

async function filledBook(connection: string, contacts: number): Promise<FilledBook> {
  const { knex, close } = openDatabase({ connection });
  const scope: BookScope = { tenantId: tenantId('bench'), databaseId: databaseId('1'), accounts: 'all' };
  await migratePlugin(knex);
  await fill(new KnexContactBook({ knex }), scope, contacts);
  return { knex, scope, close };
}

async function fill(book: KnexContactBook, scope: BookScope, contacts: number): Promise<void> {
  const accounts = contacts / CONTACTS_PER_ACCOUNT;
  const generation = await book.begin(scope, 'whole');
  await generation.addContacts(Array.from({ length: contacts }, (_, index) => generatedContact(index, accounts)));
  await generation.addAccounts(Array.from({ length: accounts }, (_, index) => generatedAccount(index)));
  await generation.commit({ watermarks: null, comparedAt: null });
  await assign(book, scope, contacts);
  let passed = 0;
  for await (const rows of book.emailBatches(scope)) {
    const records = rows.map(({ entry, revision, derived }, index) => {
      const [status, problem] = STATES[(passed + index) % STATES.length] ?? ['blank', null];
      return { contactId: entry.contact.id, revision, derived: { ...derived, status, problem }, attempt: null };
    });
    await book.saveDerivations(scope, records);
    passed += rows.length;
  }
}

/** Half have one destination, a tenth none; the others are spread, some over what the catalog no longer holds. */
async function assign(book: KnexContactBook, scope: BookScope, contacts: number): Promise<void> {
  const groups = new Map<string, ContactId[]>();
  for (let index = 0; index < contacts; index += 1) {
    const turn = index % 10;
    if (turn === 9) continue;
    const name =
      turn < 5 ? 'destination-0' : turn < 8 ? `destination-${Math.floor(index / 10) % 40}` : `gone-${index % 4}`;
    const group = groups.get(name) ?? [];
    group.push(generatedContact(index, contacts).id);
    groups.set(name, group);
  }
  for (const [name, ids] of groups) {
    const change = { destinationId: destinationId(name), packageId: packageId(`package-${name.length % 6}`) };
    await book.assign(scope, { ids }, change);
  }
}

import type { Knex } from 'knex';
import { emailKey } from '../../core/domain/email.ts';
import { type ContactId, destinationId, packageId, type UserId } from '../../core/domain/ids.ts';
import type { BookKey, BookScope } from '../../core/domain/scope.ts';
import type { ContactFilter, Selection } from '../../core/domain/selection.ts';
import type {
  AssignedCounts,
  AssignmentChange,
  BookAccountPage,
  BookAccountRequest,
  BookGeneration,
  BookPage,
  BookPageRequest,
  BookRow,
  BookState,
  ContactBook,
  DerivationRecord,
  GenerationExtent,
  ImportRecord,
  SelectedEntry,
} from '../../core/ports/contact-book.ts';
import type { SourceEntity } from '../../core/ports/contact-source.ts';
import { accountPage } from './account-page.ts';
import { assignedCounts } from './assigned-counts.ts';
import { readBookState, readBoundaries, readLastId } from './book-state.ts';
import { catalogPage } from './catalog-page.ts';
import { countByStatus, type StatusCounts } from './contact-counts.ts';
import { contactsOf, selectedContacts } from './contact-filter-sql.ts';
import { contactPage } from './contact-page.ts';
import { bookRowOf, type ContactRow, contactColumns } from './contact-row.ts';
import { writeDerivations, writeImports } from './contact-updates.ts';
import { emailBatches } from './email-batches.ts';
import { dropGoneContacts } from './gone-contacts.ts';
import { KnexBookGeneration } from './knex-book-generation.ts';
import { readRows } from './read-rows.ts';
import { withRivals } from './rivals.ts';
import { storedEmailKey } from './staged-rows.ts';
import { whereId, whereText } from './value-lists.ts';

// Contacts by email lie anywhere in the table, so that many small batches would write its pages again and again.
const BATCH_SIZE = 2000;

/** The contact book in SQL tables; the same statements on SQLite and PostgreSQL. */
export class KnexContactBook implements ContactBook {
  readonly #knex: Knex;
  readonly #batchSize: number;

  constructor({ knex, batchSize = BATCH_SIZE }: { readonly knex: Knex; readonly batchSize?: number }) {
    this.#knex = knex;
    this.#batchSize = batchSize;
  }

  begin(key: BookKey, extent: GenerationExtent): Promise<BookGeneration> {
    return KnexBookGeneration.begin(this.#knex, key, extent);
  }

  state(key: BookKey): Promise<BookState> {
    return readBookState(this.#knex, key);
  }

  lastId(key: BookKey, entity: SourceEntity): Promise<string | null> {
    return readLastId(this.#knex, key, entity);
  }

  boundaries(key: BookKey, entity: SourceEntity, shares: number): Promise<readonly string[]> {
    return readBoundaries(this.#knex, key, entity, shares);
  }

  page(scope: BookScope, request: BookPageRequest): Promise<BookPage> {
    const { sort } = request;
    return 'order' in sort
      ? catalogPage(this.#knex, scope, { ...request, sort })
      : contactPage(this.#knex, scope, { ...request, sort });
  }

  counts(scope: BookScope, filter: ContactFilter): Promise<StatusCounts> {
    return countByStatus(this.#knex, scope, filter);
  }

  accounts(scope: BookScope, request: BookAccountRequest): Promise<BookAccountPage> {
    return accountPage(this.#knex, scope, request);
  }

  async assigned(scope: BookScope): Promise<AssignedCounts> {
    return {
      destinations: await assignedCounts(this.#knex, scope, 'destination_id', destinationId),
      packages: await assignedCounts(this.#knex, scope, 'package_id', packageId),
    };
  }

  async find(scope: BookScope, id: ContactId): Promise<BookRow | null> {
    const [row] = await this.#read(selectedContacts(this.#knex, scope, { ids: [id] }));
    return row ?? null;
  }

  withIds(key: BookKey, ids: readonly ContactId[]): Promise<readonly BookRow[]> {
    return this.#read(whereId(contactsOf(this.#knex, key), this.#knex, 'in', ids));
  }

  async withEmails(key: BookKey, emailKeys: readonly string[]): Promise<readonly BookRow[]> {
    const wanted = new Set(emailKeys.filter((wantedKey) => wantedKey !== ''));
    if (wanted.size === 0) return [];
    const stored = [...wanted].map(storedEmailKey);
    const rows = await this.#read(whereText(contactsOf(this.#knex, key), this.#knex, 'email_key', stored));
    // A stored key may be cut, so it finds more than is wanted.
    return rows.filter(({ entry }) => wanted.has(emailKey(entry.contact.email)));
  }

  async ofUsers(key: BookKey, userIds: readonly UserId[]): Promise<readonly BookRow[]> {
    const having = (column: string) =>
      this.#read(whereText(contactsOf(this.#knex, key).whereNotNull(column), this.#knex, column, userIds));
    // A query each, because "or" would keep SQLite from the indexes.
    const rows = [
      ...(await having('user_id')),
      ...(await having('link_user_id')),
      ...(await having('attempt_user_id')),
    ];
    return [...new Map(rows.map((row) => [row.entry.contact.id, row])).values()];
  }

  emailBatches(key: BookKey): AsyncIterable<readonly BookRow[]> {
    return emailBatches(this.#knex, () => contactsOf(this.#knex, key), this.#batchSize);
  }

  async *selectedBatches(scope: BookScope, selection: Selection): AsyncGenerator<readonly SelectedEntry[]> {
    const selected = () => selectedContacts(this.#knex, scope, selection);
    for await (const rows of emailBatches(this.#knex, selected, this.#batchSize)) {
      yield withRivals(rows);
    }
  }

  async assign(scope: BookScope, selection: Selection, change: AssignmentChange): Promise<number> {
    const { destinationId, packageId } = change;
    return await selectedContacts(this.#knex, scope, selection).update({
      ...(destinationId === undefined
        ? {}
        : { destination_id: destinationId, shown_destination_id: destinationId ?? '' }),
      ...(packageId === undefined ? {} : { package_id: packageId, shown_package_id: packageId ?? '' }),
      revision: this.#knex.raw('revision + 1'),
    });
  }

  saveDerivations(key: BookKey, records: readonly DerivationRecord[]): Promise<void> {
    return writeDerivations(this.#knex, key, records);
  }

  recordImports(key: BookKey, records: readonly ImportRecord[]): Promise<readonly ContactId[]> {
    return this.#knex.transaction((transaction) => writeImports(transaction, key, records));
  }

  async linked(key: BookKey): Promise<number> {
    const query = contactsOf(this.#knex, key).whereNotNull('link_user_id').count({ rows: '*' });
    const [counted] = await readRows<{ readonly rows: number | string }>(query);
    return Number(counted?.rows ?? 0);
  }

  dropGone(key: BookKey): Promise<number> {
    return dropGoneContacts(this.#knex, key);
  }

  async #read(query: Knex.QueryBuilder): Promise<readonly BookRow[]> {
    const rows = await readRows<ContactRow>(query.select(...contactColumns(this.#knex)));
    return rows.map(bookRowOf);
  }
}

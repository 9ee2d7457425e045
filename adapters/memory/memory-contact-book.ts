import { orderFingerprint } from '../../core/domain/catalog-order.ts';
import { emailKey } from '../../core/domain/email.ts';
import { type BookEntry, groupByEmail } from '../../core/domain/email-group.ts';
import { type ContactId, contactId, type UserId } from '../../core/domain/ids.ts';
import type { IntegrationStatus } from '../../core/domain/integration-status.ts';
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
  BookSort,
  BookState,
  ContactBook,
  DerivationRecord,
  GenerationExtent,
  ImportRecord,
  SelectedEntry,
} from '../../core/ports/contact-book.ts';
import type { SourceEntity } from '../../core/ports/contact-source.ts';
import { CursorInvalid } from '../../core/ports/errors.ts';
import { accountPageOf } from './memory-account-page.ts';
import { MemoryBook } from './memory-book.ts';
import { MemoryBookGeneration } from './memory-book-generation.ts';
import { anyStatusTest, filterTest, isActive, type RowTest, selectionTest } from './memory-contact-filter.ts';
import { boundariesOf, compareIds, comparePlaces, compareTexts, type Place, placeOf } from './memory-contact-order.ts';
import { readMemoryCursor, writeMemoryCursor } from './memory-cursor.ts';

const BATCH_SIZE = 2000;

/** Contact books in memory. */
export class MemoryContactBook implements ContactBook {
  readonly #books = new Map<string, MemoryBook>();
  readonly #batchSize: number;

  constructor({ batchSize = BATCH_SIZE }: { readonly batchSize?: number } = {}) {
    this.#batchSize = batchSize;
  }

  async begin(key: BookKey, extent: GenerationExtent): Promise<BookGeneration> {
    return new MemoryBookGeneration(this.#book(key), extent);
  }

  async state(key: BookKey): Promise<BookState> {
    return this.#book(key).state;
  }

  async boundaries(key: BookKey, entity: SourceEntity, shares: number): Promise<readonly string[]> {
    return boundariesOf([...this.#book(key).list[entity].keys()].sort(compareIds), shares);
  }

  async lastId(key: BookKey, entity: SourceEntity): Promise<string | null> {
    return [...this.#book(key).list[entity].keys()].sort(compareIds).at(-1) ?? null;
  }

  async page(scope: BookScope, { filter, sort, limit, after, at }: BookPageRequest): Promise<BookPage> {
    const placed = (row: BookRow) => placeOf(row, sort, scope.accounts);
    const from = after === undefined ? null : placeBehind(after, sort);
    const rows = this.#rows(scope, filterTest(scope, filter))
      .filter((row) => from === null || comparePlaces(placed(row), from, sort) > 0)
      .sort((one, other) => comparePlaces(placed(one), placed(other), sort));
    const start = after === undefined ? (at ?? 0) : 0;
    const page = rows.slice(start, start + limit);
    const last = rows.length > start + limit ? page.at(-1) : undefined;
    return { rows: page, next: last ? cursorOf(placed(last), sort) : null };
  }

  async counts(scope: BookScope, filter: ContactFilter): Promise<Readonly<Record<IntegrationStatus, number>>> {
    const counts = { blank: 0, equal: 0, modified: 0, failed: 0 };
    for (const { derived } of this.#rows(scope, anyStatusTest(scope, filter))) counts[derived.status] += 1;
    return counts;
  }

  async accounts(scope: BookScope, request: BookAccountRequest): Promise<BookAccountPage> {
    return accountPageOf(this.#rows(scope, filterTest(scope, {})), this.#book(scope).list.accounts, request);
  }

  async assigned(scope: BookScope): Promise<AssignedCounts> {
    const assignments = this.#rows(scope, filterTest(scope, {})).map(({ entry }) => entry.assignment);
    return {
      destinations: countsOf(assignments.map(({ destinationId }) => destinationId)),
      packages: countsOf(assignments.map(({ packageId }) => packageId)),
    };
  }

  async find(scope: BookScope, id: ContactId): Promise<BookRow | null> {
    return this.#rows(scope, selectionTest(scope, { ids: [id] })).at(0) ?? null;
  }

  async withIds(key: BookKey, ids: readonly ContactId[]): Promise<readonly BookRow[]> {
    const wanted = new Set(ids);
    return this.#rows(key, ({ entry }) => wanted.has(entry.contact.id));
  }

  async withEmails(key: BookKey, emailKeys: readonly string[]): Promise<readonly BookRow[]> {
    const wanted = new Set(emailKeys);
    wanted.delete('');
    return this.#rows(key, ({ entry }) => wanted.has(emailKey(entry.contact.email)));
  }

  async ofUsers(key: BookKey, userIds: readonly UserId[]): Promise<readonly BookRow[]> {
    const wanted = new Set<UserId | undefined>(userIds);
    return this.#rows(key, ({ entry: { link, attempt }, derived }) =>
      [derived.userId, link?.userId, attempt?.userId].some((id) => wanted.has(id ?? undefined)),
    );
  }

  async *emailBatches(key: BookKey): AsyncGenerator<readonly BookRow[]> {
    yield* emailBatchesOf(
      this.#rows(key, () => true),
      this.#batchSize,
    );
  }

  async *selectedBatches(scope: BookScope, selection: Selection): AsyncGenerator<readonly SelectedEntry[]> {
    for (const rows of emailBatchesOf(this.#rows(scope, selectionTest(scope, selection)), this.#batchSize)) {
      const groups = groupByEmail(rows.map(({ entry }) => entry));
      yield rows.map(({ entry, revision }) => ({
        entry,
        revision,
        rivals: rivalsOf(entry, groups).filter(isActive).length,
      }));
    }
  }

  async assign(scope: BookScope, selection: Selection, change: AssignmentChange): Promise<number> {
    const rows = this.#rows(scope, selectionTest(scope, selection));
    for (const row of rows) {
      const { destinationId, packageId } = row.entry.assignment;
      const shown = { ...row.derived.shown, ...change };
      this.#book(scope).change(
        { ...row, derived: { ...row.derived, shown } },
        {
          assignment: {
            destinationId: change.destinationId === undefined ? destinationId : change.destinationId,
            packageId: change.packageId === undefined ? packageId : change.packageId,
          },
        },
      );
    }
    return rows.length;
  }

  async saveDerivations(key: BookKey, records: readonly DerivationRecord[]): Promise<void> {
    const book = this.#book(key);
    for (const { contactId: id, revision, derived, attempt } of records) {
      const row = book.rows.get(id);
      if (row?.revision !== revision) continue;
      book.derive(row, derived);
      const { code, userId } = row.entry.attempt ?? {};
      if (attempt?.code !== code || attempt?.userId !== userId)
        book.change({ ...row, derived: { ...derived } }, { attempt });
    }
  }

  async recordImports(key: BookKey, records: readonly ImportRecord[]): Promise<readonly ContactId[]> {
    const book = this.#book(key);
    for (const record of records) {
      const row = book.rows.get(record.contactId);
      if (row === undefined) continue;
      if ('attempt' in record) {
        book.change(row, { attempt: record.attempt });
        continue;
      }
      for (const other of this.#rows(key, ({ entry }) => entry.link?.userId === record.link.userId)) {
        if (other !== row) book.change(other, { link: null });
      }
      book.change(row, { link: record.link, attempt: null });
    }
    return records.flatMap(({ contactId: id, follows }) => {
      const row = book.rows.get(id);
      if (follows === undefined) return [];
      if (row?.revision !== follows.revision + 1) return [id];
      book.derive(row, follows.derived);
      return [];
    });
  }

  async linked(key: BookKey): Promise<number> {
    return this.#rows(key, ({ entry }) => entry.link !== null).length;
  }

  async dropGone(key: BookKey): Promise<number> {
    const gone = this.#rows(key, ({ entry, derived }) => entry.contact.isGone && derived.userId === null);
    for (const { entry } of gone) this.#book(key).rows.delete(entry.contact.id);
    return gone.length;
  }

  #book({ tenantId, databaseId }: BookKey): MemoryBook {
    const name = JSON.stringify([tenantId, databaseId]);
    const book = this.#books.get(name) ?? new MemoryBook();
    this.#books.set(name, book);
    return book;
  }

  /** In the order of their ids. */
  #rows(key: BookKey, test: RowTest): BookRow[] {
    return [...this.#book(key).rows.values()]
      .filter(test)
      .sort((one, other) => compareIds(one.entry.contact.id, other.entry.contact.id));
  }
}

function countsOf<Id>(ids: readonly (Id | null)[]): ReadonlyMap<Id, number> {
  const counts = new Map<Id, number>();
  for (const id of ids) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function placeBehind(after: string, sort: BookSort): Place {
  const [, order, key = '', id = ''] = readMemoryCursor(after, markOf(sort), 4);
  if (order !== orderMark(sort)) {
    throw new CursorInvalid('The destinations or packages have changed since the page that after is of; begin again.');
  }
  return { key, id: contactId(id) };
}

function cursorOf({ key, id }: Place, sort: BookSort): string {
  return writeMemoryCursor([markOf(sort), orderMark(sort), key, id]);
}

function markOf({ field, direction }: BookSort): string {
  return `${field} ${direction}`;
}

function orderMark(sort: BookSort): string {
  return 'order' in sort ? orderFingerprint(sort.order) : '';
}

/** Contacts without an email are nobody's rivals. */
function rivalsOf(entry: BookEntry, groups: ReadonlyMap<string, readonly BookEntry[]>): readonly BookEntry[] {
  const key = emailKey(entry.contact.email);
  return key === '' ? [entry] : (groups.get(key) ?? []);
}

function* emailBatchesOf(rows: readonly BookRow[], batchSize: number): Generator<readonly BookRow[]> {
  const keyOf = (row: BookRow | undefined) => emailKey(row?.entry.contact.email ?? '');
  const sorted = rows.toSorted((one, other) => compareTexts(keyOf(one), keyOf(other)));
  for (let start = 0; start < sorted.length; ) {
    let end = Math.min(start + batchSize, sorted.length);
    while (end < sorted.length && keyOf(sorted[end]) !== '' && keyOf(sorted[end]) === keyOf(sorted[end - 1])) end += 1;
    yield sorted.slice(start, end);
    start = end;
  }
}

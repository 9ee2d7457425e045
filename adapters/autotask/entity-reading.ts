import type { ChangedReading, SourcePage, WholeReading } from '../../core/ports/contact-source.ts';
import { AutotaskFailure } from './autotask-failure.ts';
import type { Entity } from './entity.ts';
import { type Page, pageOf } from './page.ts';
import { parallelPages, type ReadPage, sequentialPages } from './parallel-pages.ts';
import { type Condition, changedSince, MOST_IDS, pageQuery } from './query.ts';
import type { Expense } from './range-shares.ts';
import type { CallOptions, Session } from './session.ts';
import { countOf, countReply } from './timed-counts.ts';
import { type WireRow, wireId } from './wire.ts';
import type { Zone } from './zones.ts';

// Accounts are few beside contacts, so that two ranges of them are read long before three of the contacts.
const EXPENSE: Readonly<Record<Entity, Expense>> = {
  Contacts: { atOnce: 3, spareCalls: 6 },
  Companies: { atOnce: 2, spareCalls: 1 },
};

/** How often changes are read that do not add up. */
const TRIES = 3;

interface EntityReadingParts<Row> {
  readonly session: Session;
  readonly entity: Entity;
  readonly wire: WireRow<Row>;
  readonly options: CallOptions;
}

/** Reads rows of one entity, all from the same database. */
export class EntityReading<Row> {
  readonly #parts: EntityReadingParts<Row>;
  #databaseId: string | null = null;

  constructor(parts: EntityReadingParts<Row>) {
    this.#parts = parts;
  }

  whole(reading: WholeReading): AsyncGenerator<SourcePage<Row>, void, undefined> {
    return parallelPages(this.#pages([]), { ...reading, ...EXPENSE[this.#parts.entity] });
  }

  /** Reads again when a count proves that rows are missing: they may have changed meanwhile, or the answer was cut. */
  async *changed({ since, lastId }: ChangedReading): AsyncGenerator<SourcePage<Row>, void, undefined> {
    const { session, entity, wire, options } = this.#parts;
    const last = lastId === null ? null : wireId(lastId);
    const only = [changedSince(wire.stamps, since, last)];
    const readPage = this.#pages(only);
    for (let tried = 1; ; tried += 1) {
      const read = { rows: 0, last: false };
      yield* sequentialPages(async (range, isPromised) => {
        const page = await readPage(range, isPromised);
        read.rows += page.rows.length;
        read.last ||= last !== null && page.ids.includes(last);
        return page;
      });
      if (read.last) return;
      const counted = countOf(await countReply(session, entity, options, only));
      if (read.rows >= counted) return;
      if (tried === TRIES)
        throw new AutotaskFailure('bad_page', { about: `it shows ${read.rows} of ${counted} changes` });
    }
  }

  async byId(ids: readonly string[]): Promise<readonly Row[]> {
    const numbers = [...new Set(ids.map(wireId))].filter((id) => id !== null);
    const chunks = Array.from({ length: Math.ceil(numbers.length / MOST_IDS) }, (_none, index) =>
      numbers.slice(index * MOST_IDS, (index + 1) * MOST_IDS),
    );
    const found = await Promise.all(chunks.map((chunk) => this.#oneOf(chunk)));
    return found.flat();
  }

  async #oneOf(ids: readonly number[]): Promise<readonly Row[]> {
    const asked = new Set(ids);
    const readPage = this.#pages([{ op: 'in', field: 'id', value: ids }]);
    const rows: Row[] = [];
    const checked: ReadPage<Row> = async (range, isPromised) => {
      const page = await readPage(range, isPromised);
      if (page.ids.every((id) => asked.has(id))) return page;
      throw new AutotaskFailure('bad_page', { about: 'it has rows that were not asked for' });
    };
    for await (const page of sequentialPages(checked)) rows.push(...page.rows);
    return rows;
  }

  #pages(only: readonly Condition[]): ReadPage<Row> {
    const { session, entity, wire, options } = this.#parts;
    const fields = [...wire.fields, ...wire.stamps];
    return async (range, isPromised): Promise<Page<Row>> => {
      const body = pageQuery({ fields, range, only });
      const { data, zone } = await session.call({ endpoint: entity, path: '/query', body }, options);
      this.#refuseOtherDatabase(zone);
      return pageOf(data, { wire, range, isPromised, zoneUrl: zone.url });
    };
  }

  #refuseOtherDatabase({ databaseId }: Zone): void {
    this.#databaseId ??= databaseId;
    if (databaseId !== this.#databaseId) throw new AutotaskFailure('database_changed');
  }
}

import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { accountId, type ContactId, contactId } from '../../core/domain/ids.ts';
import type { BookKey } from '../../core/domain/scope.ts';
import type {
  BookGeneration,
  GenerationExtent,
  StrandedQuery,
  TouchedContacts,
  Watermarks,
} from '../../core/ports/contact-book.ts';
import type { SourceAccount, SourceContact, SourceCounts, SourceEntity } from '../../core/ports/contact-source.ts';
import { RunLost } from '../../core/ports/errors.ts';
import { commitGeneration } from './commit-generation.ts';
import { dialectOf } from './dialect.ts';
import { countRows, readUnknownIds } from './generation-counts.ts';
import { STAGED_ACCOUNTS, STAGED_CONTACTS, STAGED_IDS, type StagingTable, stageRows } from './stage-rows.ts';
import { STAGING_TABLES, type StagedGeneration } from './staged-generation.ts';
import { stagedAccount, stagedContact, stagedId } from './staged-rows.ts';
import { readStrandedContacts } from './stranded-contacts.ts';

/**
 * A generation in staging tables. It has a name of its own besides its run's: a worker that has lost the run and
 * wakes up late still writes under the old name, and finds at its commit that the book waits for another.
 */
export class KnexBookGeneration implements BookGeneration {
  readonly #knex: Knex;
  readonly #complete: Set<SourceEntity>;
  readonly #generation: StagedGeneration;
  /** What was counted since rows were staged last. */
  #counted: SourceCounts | null = null;

  private constructor(knex: Knex, key: BookKey, name: string, extent: GenerationExtent) {
    this.#knex = knex;
    this.#complete = new Set(extent === 'whole' ? ['contacts', 'accounts'] : []);
    this.#generation = { key, name, extent, complete: this.#complete };
  }

  static async begin(knex: Knex, key: BookKey, extent: GenerationExtent): Promise<KnexBookGeneration> {
    const name = randomUUID();
    await knex.transaction(async (transaction) => {
      await transaction('autotask_book')
        .insert({ ...columnsOf(key), generation: name })
        .onConflict(['tenant_id', 'database_id'])
        .merge();
      for (const table of STAGING_TABLES) await transaction(table).where(columnsOf(key)).delete();
    });
    return new KnexBookGeneration(knex, key, name, extent);
  }

  async addContacts(contacts: readonly SourceContact[]): Promise<void> {
    await this.#stage(STAGED_CONTACTS, contacts.map(stagedContact));
  }

  async addAccounts(accounts: readonly SourceAccount[]): Promise<void> {
    await this.#stage(STAGED_ACCOUNTS, accounts.map(stagedAccount));
  }

  async addIds(entity: SourceEntity, ids: readonly string[]): Promise<void> {
    if (this.#generation.extent === 'whole') throw new Error('A whole generation is told what exists by its rows');
    this.#complete.add(entity);
    const rows = ids.map((id) => stagedId(entity, id));
    await this.#stage(STAGED_IDS, rows);
  }

  unknownIds(limit: number): ReturnType<BookGeneration['unknownIds']> {
    return this.#inBulk(async (transaction) => {
      const read = (entity: SourceEntity) => readUnknownIds(transaction, this.#generation, entity, limit);
      return {
        contacts: (await read('contacts')).map(contactId),
        accounts: (await read('accounts')).map(accountId),
      };
    });
  }

  strandedContacts(query: StrandedQuery): Promise<readonly ContactId[]> {
    return this.#inBulk((transaction) => readStrandedContacts(transaction, this.#generation, query));
  }

  async counts(): Promise<SourceCounts> {
    this.#counted ??= await this.#inBulk(async (transaction) => ({
      contacts: await countRows(transaction, this.#generation, 'contacts'),
      accounts: await countRows(transaction, this.#generation, 'accounts'),
    }));
    return this.#counted;
  }

  async commit(note: {
    readonly watermarks: Watermarks | null;
    readonly comparedAt: string | null;
  }): Promise<TouchedContacts | null> {
    const state = { ...(await this.counts()), ...noteColumns(note) };
    return await this.#inBulk(async (transaction) => {
      if (!(await this.#leaveBook(transaction, state))) {
        throw new RunLost('The list is being refreshed by another worker by now, or this refresh has ended.');
      }
      const touched = await commitGeneration(transaction, this.#generation, state.contacts);
      await this.#forgetRows(transaction);
      // Changes leave a list much as the engine knows it.
      if (this.#generation.extent === 'whole') {
        await dialectOf(transaction).endBulk(transaction, ['autotask_account', 'autotask_contact']);
      }
      return touched;
    });
  }

  async discard(): Promise<void> {
    await this.#knex.transaction(async (transaction) => {
      await this.#leaveBook(transaction, {});
      await this.#forgetRows(transaction);
    });
  }

  async #stage(table: StagingTable, rows: Parameters<typeof stageRows>[3]): Promise<void> {
    await stageRows(this.#knex, this.#generation, table, rows);
    this.#counted = null;
  }

  #inBulk<Result>(work: (transaction: Knex.Transaction) => Promise<Result>): Promise<Result> {
    return this.#knex.transaction(async (transaction) => {
      await dialectOf(transaction).beginBulk(transaction);
      return await work(transaction);
    });
  }

  /** Whether the book still waited for this generation. */
  async #leaveBook(transaction: Knex.Transaction, state: object): Promise<boolean> {
    const left: number = await transaction('autotask_book')
      .where(this.#staged())
      .update({ ...state, generation: null });
    return left === 1;
  }

  async #forgetRows(transaction: Knex.Transaction): Promise<void> {
    for (const table of STAGING_TABLES) await transaction(table).where(this.#staged()).delete();
  }

  #staged(): object {
    return { ...columnsOf(this.#generation.key), generation: this.#generation.name };
  }
}

function columnsOf({ tenantId, databaseId }: BookKey): { tenant_id: string; database_id: string } {
  return { tenant_id: tenantId, database_id: databaseId };
}

function noteColumns({ watermarks, comparedAt }: Parameters<BookGeneration['commit']>[0]): object {
  return {
    contacts_watermark: watermarks?.contacts ?? null,
    accounts_watermark: watermarks?.accounts ?? null,
    ...(comparedAt === null ? {} : { compared_at: comparedAt }),
  };
}

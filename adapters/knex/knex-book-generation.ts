import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { BookKey } from '../../core/domain/scope.ts';
import type { BookGeneration } from '../../core/ports/contact-book.ts';
import type { SourceAccount, SourceContact } from '../../core/ports/contact-source.ts';
import { RunLost } from '../../core/ports/errors.ts';
import { commitGeneration } from './commit-generation.ts';
import { type Columns, dialectOf } from './dialect.ts';
import { STAGED_ACCOUNT, STAGED_CONTACT, stagedAccount, stagedContact } from './staged-rows.ts';

const BATCH_SIZE = 1000;
const STAGING_TABLES = ['autotask_staged_contact', 'autotask_staged_account'] as const;
type StagingTable = (typeof STAGING_TABLES)[number];

/**
 * A generation in staging tables. It has a name of its own besides its run's: a worker that has lost the run and
 * wakes up late still writes under the old name, and finds at its commit that the book waits for another.
 */
export class KnexBookGeneration implements BookGeneration {
  readonly #knex: Knex;
  readonly #key: BookKey;
  readonly #name: string;

  private constructor(knex: Knex, key: BookKey, name: string) {
    this.#knex = knex;
    this.#key = key;
    this.#name = name;
  }

  static async begin(knex: Knex, key: BookKey): Promise<KnexBookGeneration> {
    const name = randomUUID();
    await knex.transaction(async (transaction) => {
      await transaction('autotask_book')
        .insert({ ...columnsOf(key), generation: name })
        .onConflict(['tenant_id', 'database_id'])
        .merge();
      for (const table of STAGING_TABLES) await transaction(table).where(columnsOf(key)).delete();
    });
    return new KnexBookGeneration(knex, key, name);
  }

  async addContacts(contacts: readonly SourceContact[]): Promise<void> {
    await this.#add('autotask_staged_contact', STAGED_CONTACT, contacts.map(stagedContact));
  }

  async addAccounts(accounts: readonly SourceAccount[]): Promise<void> {
    await this.#add('autotask_staged_account', STAGED_ACCOUNT, accounts.map(stagedAccount));
  }

  async counts(): Promise<{ readonly contacts: number; readonly accounts: number }> {
    return {
      contacts: await this.#count('autotask_staged_contact'),
      accounts: await this.#count('autotask_staged_account'),
    };
  }

  async commit(): Promise<void> {
    await this.#knex.transaction(async (transaction) => {
      if (!(await this.#leaveBook(transaction))) {
        throw new RunLost('The list is being refreshed by another worker by now, or this refresh has ended.');
      }
      const dialect = dialectOf(transaction);
      await dialect.beginBulk(transaction);
      await commitGeneration(transaction, this.#key, this.#name);
      await this.#forgetRows(transaction);
      await dialect.endBulk(transaction, ['autotask_account', 'autotask_contact']);
    });
  }

  async discard(): Promise<void> {
    await this.#knex.transaction(async (transaction) => {
      await this.#leaveBook(transaction);
      await this.#forgetRows(transaction);
    });
  }

  async #add(table: StagingTable, columns: Columns, rows: readonly { readonly id: string }[]): Promise<void> {
    const names = Object.keys(columns);
    const rowsSql = dialectOf(this.#knex).rowsFrom(
      { id: table === 'autotask_staged_contact' ? 'bigint' : 'text', ...columns },
      'given',
    );
    const statement = `
      insert into ${table} (tenant_id, database_id, generation, id, ${names.join(', ')})
      select ?, ?, ?, id, ${names.join(', ')} from ${rowsSql} where true
      on conflict (tenant_id, database_id, generation, id)
      do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`;
    for (let start = 0; start < rows.length; start += BATCH_SIZE) {
      // One statement must not meet a row twice (PostgreSQL refuses); the later one counts.
      const batch = new Map(rows.slice(start, start + BATCH_SIZE).map((row) => [row.id, row]));
      const { tenantId, databaseId } = this.#key;
      await this.#knex.raw(statement, [tenantId, databaseId, this.#name, JSON.stringify([...batch.values()])]);
    }
  }

  async #count(table: StagingTable): Promise<number> {
    const [counted] = await this.#knex(table).where(this.#staged()).count({ rows: '*' });
    return Number(counted?.['rows'] ?? 0);
  }

  /** Whether the book still waited for this generation. */
  async #leaveBook(transaction: Knex.Transaction): Promise<boolean> {
    const left: number = await transaction('autotask_book').where(this.#staged()).update({ generation: null });
    return left === 1;
  }

  async #forgetRows(transaction: Knex.Transaction): Promise<void> {
    for (const table of STAGING_TABLES) await transaction(table).where(this.#staged()).delete();
  }

  #staged(): object {
    return { ...columnsOf(this.#key), generation: this.#name };
  }
}

function columnsOf({ tenantId, databaseId }: BookKey): { tenant_id: string; database_id: string } {
  return { tenant_id: tenantId, database_id: databaseId };
}

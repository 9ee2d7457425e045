import type { Knex } from 'knex';
import { dialectOf } from './dialect.ts';

/** Does work in a transaction that has the lock for writing from the beginning. */
export function writingTransaction<Result>(
  knex: Knex,
  table: string,
  work: (transaction: Knex.Transaction) => Promise<Result>,
): Promise<Result> {
  return knex.transaction(async (transaction) => {
    await dialectOf(transaction).beginWriting(transaction, table);
    return await work(transaction);
  });
}

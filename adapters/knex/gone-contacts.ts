import type { Knex } from 'knex';
import type { BookKey } from '../../core/domain/scope.ts';
import { contactsOf } from './contact-filter-sql.ts';
import { dropWords } from './contact-words.ts';

/** Removes the contacts that are gone and have no user, with their words, and says how many there were. */
export function dropGoneContacts(knex: Knex, key: BookKey): Promise<number> {
  return knex.transaction(async (transaction) => {
    // Word for word the condition of the index, else it is not used.
    const gone = () => contactsOf(transaction, key).whereRaw('is_gone').whereNull('user_id');
    const { sql, bindings } = gone().select('*').toSQL();
    await transaction.raw(dropWords(transaction, sql), [...bindings]);
    const dropped: number = await gone().delete();
    return dropped;
  });
}

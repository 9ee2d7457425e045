import type { Knex } from 'knex';
import { isPostgres, wordsOf } from './words-of.ts';

/** How much of a word is kept: enough to tell words apart, and short for an index of PostgreSQL. */
export const WORD_LENGTH = 100;

const UPDATE = 'update of tenant_id, email, first_name, last_name, company';
const DROP_WORDS = 'delete from console_user_word where user_id = new.id';

/**
 * The words that users are found by, kept by triggers: the console's pages are not the only ones to write users.
 * The last name is there for the order of the list, so that the first of many matches are found without their rows.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(
    `create table console_user_word (
      tenant_id text not null, word text ${isPostgres(knex) ? 'collate "C"' : ''} not null, last_name text not null,
      user_id text not null references console_user (id) on delete cascade,
      primary key (tenant_id, word, last_name, user_id)) ${isPostgres(knex) ? '' : 'without rowid'}`,
  );
  await knex.raw('create index console_user_word_by_user on console_user_word (user_id, word)');
  await knex.raw(keepWords('console_user', `console_user, ${wordsOf(knex, 'console_user')}`));
  const keep = keepWords('new', wordsOf(knex, 'new'));
  await (isPostgres(knex) ? createPostgresTrigger(knex, keep) : createSqliteTriggers(knex, keep));
}

function keepWords(user: string, source: string): string {
  return `insert into console_user_word (tenant_id, word, last_name, user_id)
    select distinct ${user}.tenant_id, substr(word.value, 1, ${WORD_LENGTH}), ${user}.last_name, ${user}.id
    from ${source} where word.value <> ''`;
}

async function createSqliteTriggers(knex: Knex, keep: string): Promise<void> {
  await knex.raw(`create trigger console_user_words_new after insert on console_user begin ${keep}; end`);
  await knex.raw(
    `create trigger console_user_words_changed after ${UPDATE} on console_user begin ${DROP_WORDS}; ${keep}; end`,
  );
}

async function createPostgresTrigger(knex: Knex, keep: string): Promise<void> {
  await knex.raw(
    `create function console_user_words() returns trigger language plpgsql as $$ begin
      if tg_op = 'UPDATE' then ${DROP_WORDS}; end if; ${keep}; return null;
    end $$`,
  );
  await knex.raw(
    `create trigger console_user_words after insert or ${UPDATE} on console_user
      for each row execute function console_user_words()`,
  );
}

export async function down(knex: Knex): Promise<void> {
  if (isPostgres(knex)) {
    await knex.raw('drop function console_user_words cascade');
  } else {
    for (const name of ['new', 'changed']) await knex.raw(`drop trigger console_user_words_${name}`);
  }
  await knex.schema.dropTable('console_user_word');
}

import type { Knex } from 'knex';
import { openDatabase } from '../../adapters/knex/open-database.ts';
import { millisecondsOf } from './measure.ts';
import { answer, order } from './run-script.ts';

/** Where users are, and where the same users are to be. */
export interface BareInsertsOrder {
  readonly from: string;
  readonly to: string;
}

interface ConsoleUser {
  readonly id: string;
  readonly tenant_id: string;
  readonly email_key: string;
}

interface UserDestination {
  readonly user_id: string;
}

const CHUNK = 500;

const { from, to } = order() as BareInsertsOrder;
const source = openDatabase({ connection: from });
const users = await source.knex<ConsoleUser>('console_user').orderBy('id');
const destinations = await source.knex<UserDestination>('console_user_destination').orderBy('user_id');
await source.close();
const target = openDatabase({ connection: to });
const milliseconds = await millisecondsOf(() => insertAll(target.knex));
await target.close();
answer(milliseconds);

/** Users with their destinations and nothing else, as anybody would write them first. */
async function insertAll(knex: Knex): Promise<void> {
  for (let start = 0; start < users.length; start += CHUNK) {
    const chunk = users.slice(start, start + CHUNK);
    await knex.transaction(async (transaction) => {
      await transaction('console_user').insert(chunk);
      await transaction('console_user_destination').insert(destinations.slice(start, start + CHUNK));
    });
    await readBack(knex, chunk);
  }
}

async function readBack(knex: Knex, chunk: readonly ConsoleUser[]): Promise<void> {
  const rows: readonly unknown[] = await knex('console_user')
    .join('console_user_destination', 'user_id', 'id')
    .whereIn(
      'email_key',
      chunk.map((user) => user.email_key),
    )
    .where('tenant_id', chunk[0]?.tenant_id ?? '');
  if (rows.length !== chunk.length) throw new Error(`Of ${chunk.length} users ${rows.length} were read back`);
}

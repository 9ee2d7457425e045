import type { Knex } from 'knex';

interface Pool {
  numUsed(): number;
  numPendingAcquires(): number;
  numPendingCreates(): number;
}

/** Turns of the event loop in a row without a statement, after which none is on its way. */
const QUIET_TURNS = 20;

/** Waits until nobody asks the database anything any more. */
export async function quiet(databases: readonly Knex[]): Promise<void> {
  for (let turns = 0; turns < QUIET_TURNS; turns += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    if (databases.some(isBusy)) turns = 0;
  }
}

function isBusy({ client }: Knex): boolean {
  const { pool } = client as { readonly pool: Pool };
  return pool.numUsed() + pool.numPendingAcquires() + pool.numPendingCreates() > 0;
}

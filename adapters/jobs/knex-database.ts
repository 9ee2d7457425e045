import type PgBoss from 'pg-boss';

interface PostgresConnection {
  query(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }>;
}

/** What is used of a knex instance: its pool of PostgreSQL connections. */
export interface PooledKnex {
  readonly client: {
    acquireConnection(): Promise<PostgresConnection>;
    releaseConnection(connection: PostgresConnection): Promise<void>;
  };
}

// Any number that no other program uses on the same PostgreSQL database.
const LOCK = 7_283_164_503;

/** Lets pg-boss use the connections that are there already, so that it needs neither an address nor a pool. */
export class KnexDatabase implements PgBoss.Db {
  readonly #client: PooledKnex['client'];

  constructor({ client }: PooledKnex) {
    this.#client = client;
  }

  executeSql(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }> {
    return this.#connected((connection) => execute(connection, text, values));
  }

  /** Takes a step that one node at a time may take, all of it on one connection. */
  alone(step: (database: PgBoss.Db) => Promise<void>): Promise<void> {
    return this.#connected(async (connection) => {
      await connection.query('select pg_advisory_lock($1)', [LOCK]);
      try {
        await step({ executeSql: (text, values: readonly unknown[]) => execute(connection, text, values) });
      } finally {
        await connection.query('select pg_advisory_unlock($1)', [LOCK]);
      }
    });
  }

  async #connected<Result>(use: (connection: PostgresConnection) => Promise<Result>): Promise<Result> {
    const connection = await this.#client.acquireConnection();
    try {
      return await use(connection);
    } finally {
      await this.#client.releaseConnection(connection);
    }
  }
}

async function execute(connection: PostgresConnection, text: string, values?: readonly unknown[]) {
  try {
    return await connection.query(text, values);
  } catch (error) {
    await rollBack(connection);
    throw error;
  }
}

/** Some of pg-boss's texts begin a transaction, and leave it open when they fail (10.4.2, plans.js, `locked`). */
async function rollBack(connection: PostgresConnection): Promise<void> {
  try {
    await connection.query('rollback');
  } catch {
    // A connection that can't do this is broken, and knex hands it out no more.
  }
}

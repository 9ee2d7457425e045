import { randomUUID } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../adapters/knex/open-database.ts';
import { setup } from '../support/postgres-server.ts';

/** A real PostgreSQL server, for as long as it is not stopped. */
export interface Postgres {
  /** Answers where the new database is: an empty one, or a copy of one that nobody has open. */
  createDatabase(model?: string): Promise<string>;
  stop(): Promise<void>;
}

export async function startPostgres(): Promise<Postgres> {
  let server = '';
  const provide = (_key: string, url: string) => {
    server = url;
  };
  const stop = await setup({ provide } as unknown as TestProject);
  return {
    async createDatabase(model = `${server}/template1`) {
      const name = `bench_${randomUUID().replaceAll('-', '')}`;
      const { knex, close } = openDatabase({ connection: `${server}/postgres` });
      await knex.raw('create database ?? template ??', [name, model.slice(server.length + 1)]);
      await close();
      return `${server}/${name}`;
    },
    stop,
  };
}

import { randomUUID } from 'node:crypto';
import { cp } from 'node:fs/promises';
import pg from 'pg';
import { inject } from 'vitest';
import {
  type ConsoleProcess,
  removeDirectory,
  startConsoleProcess,
  temporaryDirectory,
} from '../support/console-process.ts';

/** A console's data, and as many nodes as are to work on them. */
export interface Installation {
  readonly nodes: number;
  startNode(): Promise<ConsoleProcess>;
  /** Makes another one with the same data; no node may be at work here. */
  copy(): Promise<Installation>;
  remove(): Promise<void>;
}

export const INSTALLATIONS: readonly { readonly name: string; open(): Promise<Installation> }[] = [
  { name: 'one node on SQLite', open: async () => onSqlite(await temporaryDirectory()) },
  { name: 'two nodes on PostgreSQL', open: async () => onPostgres(await createDatabase('template1')) },
];

const PRACTICE = { PRACTICE_CONTACTS: '2000' };

function onSqlite(directory: string): Installation {
  return {
    nodes: 1,
    startNode: () => startConsoleProcess(directory, PRACTICE),
    async copy() {
      const other = await temporaryDirectory();
      await cp(directory, other, { recursive: true });
      return onSqlite(other);
    },
    remove: () => removeDirectory(directory),
  };
}

async function onPostgres(database: string): Promise<Installation> {
  const directory = await temporaryDirectory();
  const environment = {
    ...PRACTICE,
    DATABASE_URL: databaseUrl(database),
    SECRET_KEYS: 'a-key-that-both-nodes-are-given-1234',
  };
  return {
    nodes: 2,
    startNode: () => startConsoleProcess(directory, environment),
    copy: async () => onPostgres(await createDatabase(database)),
    async remove() {
      await onServer(`drop database ${database} with (force)`);
      await removeDirectory(directory);
    },
  };
}

async function createDatabase(template: string): Promise<string> {
  const name = `kill_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name} template ${template}`);
  return name;
}

async function onServer(statement: string): Promise<void> {
  const server = new pg.Client({ connectionString: databaseUrl('postgres') });
  await server.connect();
  await server.query(statement);
  await server.end();
}

function databaseUrl(database: string): string {
  return `${inject('postgresUrl')}/${database}`;
}

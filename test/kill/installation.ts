import { randomUUID } from 'node:crypto';
import { cp } from 'node:fs/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { type PracticeMbs, startPracticeMbs } from '../../host-shim/practice-mbs/practice-mbs.ts';
import type { NodeClient } from '../host-shim/console/node-client.ts';
import {
  type ConsoleProcess,
  removeDirectory,
  startConsoleProcess,
  temporaryDirectory,
} from '../support/console-process.ts';

/** A console's data, and as many nodes as are to work on them. */
export interface Installation {
  readonly nodes: number;
  /** How many contacts there are in Autotask. */
  readonly contacts: number;
  startNode(): Promise<ConsoleProcess>;
  /** Changes the first name of a user, as a person does who works with Managed Backup. */
  rename(userId: string, firstName: string, at: Place): Promise<void>;
  /** Makes another one with the same data; no node may be at work here. */
  copy(): Promise<Installation>;
  remove(): Promise<void>;
}

/** A node, and somebody who is signed in. */
interface Place {
  readonly client: NodeClient;
  readonly node: ConsoleProcess;
}

export const INSTALLATIONS: readonly { readonly name: string; open(): Promise<Installation> }[] = [
  { name: 'one node on SQLite', open: async () => onSqlite(await temporaryDirectory()) },
  { name: 'two nodes on PostgreSQL', open: async () => onPostgres(await createDatabase('template1')) },
  {
    name: 'one node on SQLite over the MBS API',
    open: async () => overMbs(await temporaryDirectory(), await startPracticeMbs({ users: 0, switches: MBS_SWITCHES })),
  },
];

const MANY = 2000;
const FEWER = 500;
/** So that a kill finds calls under way. */
const MBS_SWITCHES = { latencyMs: 20 };

function onSqlite(directory: string): Installation {
  return {
    nodes: 1,
    contacts: MANY,
    startNode: () => startConsoleProcess(directory, practice(MANY)),
    rename: renameInConsole,
    copy: async () => onSqlite(await copyOf(directory)),
    remove: () => removeDirectory(directory),
  };
}

/** Managed Backup outlives the console that is killed. */
function overMbs(directory: string, mbs: PracticeMbs): Installation {
  const { url, login, control } = mbs;
  const environment = { MBS_API_URL: url, MBS_API_USERNAME: login.username, MBS_API_PASSWORD: login.password };
  return {
    nodes: 1,
    contacts: FEWER,
    startNode: () => startConsoleProcess(directory, { ...practice(FEWER), ...environment }),
    async rename(id, firstName) {
      control.putUser({ id, firstName });
    },
    copy: async () => overMbs(await copyOf(directory), await mbs.copy()),
    async remove() {
      await mbs.close();
      await removeDirectory(directory);
    },
  };
}

function practice(contacts: number) {
  return { PRACTICE_CONTACTS: String(contacts) };
}

async function renameInConsole(userId: string, firstName: string, { client, node }: Place): Promise<void> {
  await client.ask(node, `/console/users/${userId}`, { method: 'PATCH', body: { firstName } });
}

async function copyOf(directory: string): Promise<string> {
  const other = await temporaryDirectory();
  await cp(directory, other, { recursive: true });
  return other;
}

async function onPostgres(database: string): Promise<Installation> {
  const directory = await temporaryDirectory();
  const environment = {
    ...practice(MANY),
    DATABASE_URL: databaseUrl(database),
    SECRET_KEYS: 'a-key-that-both-nodes-are-given-1234',
  };
  return {
    nodes: 2,
    contacts: MANY,
    startNode: () => startConsoleProcess(directory, environment),
    rename: renameInConsole,
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

import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { DatabaseAddress } from '../../../host-shim/console/configuration-addresses.ts';

export interface FreshDatabase {
  readonly address: DatabaseAddress;
  remove(): Promise<void>;
}

/** A new, empty database of each engine the console runs on. */
export const ENGINES: readonly { readonly engine: string; fresh(): Promise<FreshDatabase> }[] = [
  { engine: 'SQLite', fresh: freshSqlite },
  { engine: 'PostgreSQL', fresh: freshPostgres },
];

function freshSqlite(): Promise<FreshDatabase> {
  const directory = path.join(tmpdir(), `console-${randomUUID()}`);
  return Promise.resolve({
    address: { engine: 'sqlite', file: path.join(directory, 'console.sqlite') },
    remove: () => rm(directory, { recursive: true }),
  });
}

export async function freshPostgres(): Promise<FreshDatabase & { readonly url: string }> {
  const name = `console_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name}`);
  const url = `${inject('postgresUrl')}/${name}`;
  return {
    url,
    address: { engine: 'postgres', url },
    remove: () => onServer(`drop database ${name} with (force)`),
  };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${inject('postgresUrl')}/postgres` });
  await client.connect();
  await client.query(statement);
  await client.end();
}

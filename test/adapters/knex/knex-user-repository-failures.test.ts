import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Knex } from 'knex';
import { afterEach, describe, expect, it } from 'vitest';
import { KnexUserRepository } from '../../../adapters/knex/knex-user-repository.ts';
import { openDatabase as openConfigured } from '../../../adapters/knex/open-database.ts';
import { tenantId, userId } from '../../../core/domain/ids.ts';
import type { SaveResult, SaveUser } from '../../../core/ports/user-repository.ts';
import { ConsoleMigrations } from '../../../migrations/console/console-migrations.ts';
import { aTarget } from '../../support/builders.ts';
import { ConsoleRows } from '../../support/console-rows.ts';
import { ENGINES, type Engine, openDatabase } from '../../support/databases.ts';
import { SilentLog } from '../../support/silent-log.ts';
import { SteppingClock } from '../../support/stepping-clock.ts';

const TENANT = tenantId('provider-1');
const disposals: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const dispose of disposals.splice(0).reverse()) await dispose();
});

describe.each(ENGINES)('KnexUserRepository on %s without its database', (engine) => {
  it('says on reading that the console is unavailable', async () => {
    const { users, knex } = await opened(engine);
    await knex.destroy();
    const unavailable = { code: 'console_unavailable' };
    await expect(users.findByEmails(TENANT, ['ada@engines.example'])).rejects.toMatchObject(unavailable);
    await expect(users.findByIds(TENANT, [userId('1')])).rejects.toMatchObject(unavailable);
    await expect(firstOf(users.all(TENANT, new AbortController().signal))).rejects.toMatchObject(unavailable);
  });

  it('rejects every command, and writes no value into the log', async () => {
    const { users, knex, log, create } = await opened(engine);
    await knex.destroy();
    const results = await save(users, create('ada@engines.example'), create('bob@engines.example'));
    expect(results.map(codeOf)).toEqual(['console_unavailable', 'console_unavailable']);
    expect(log.lines).toHaveLength(1);
    expect(JSON.stringify(log.lines)).not.toContain('engines');
  });

  it('rejects every command when the tables fail it half way, and leaves nothing behind', async () => {
    const { users, knex, create } = await opened(engine);
    await knex.schema.dropTable('console_user_destination');
    expect((await save(users, create('ada@engines.example'))).map(codeOf)).toEqual(['console_unavailable']);
    expect(await knex('console_user').select('id')).toEqual([]);
  });
});

describe('KnexUserRepository on postgres', () => {
  it('answers "unknown" when the answer to the commit is lost', async () => {
    const { users, knex, create } = await opened('postgres');
    await losingTheConnectionAt(knex, /^commit/i, async () => {
      expect(await save(users, create('ada@engines.example'))).toEqual([{ kind: 'unknown' }]);
    });
  });

  it('rejects every command when the connection is lost before the commit', async () => {
    const { users, knex, create } = await opened('postgres');
    await losingTheConnectionAt(knex, /^insert into console_user_destination/, async () => {
      expect((await save(users, create('ada@engines.example'))).map(codeOf)).toEqual(['console_unavailable']);
    });
    expect(await knex('console_user').select('id')).toEqual([]);
  });

  it('repeats what the database gave up for another transaction’s sake, but not for ever', async () => {
    const { users, knex, create } = await opened('postgres');
    await knex.raw('create sequence tries');
    const giveUp = (times: number) =>
      knex.raw(`
        create or replace function give_up() returns trigger as $$ begin
          if nextval('tries') <= ${times} then raise exception using errcode = '40P01'; end if;
          return null;
        end $$ language plpgsql;
        create or replace trigger give_up after insert on console_user for each statement execute function give_up();
        alter sequence tries restart`);
    await giveUp(2);
    expect((await save(users, create('ada@engines.example'))).map(codeOf)).toEqual(['created']);
    await giveUp(1000);
    expect((await save(users, create('bob@engines.example'))).map(codeOf)).toEqual(['console_unavailable']);
  });

  it('waits for a person who is changing the user, and then sees the change of its destinations too', async () => {
    const { users, knex, create } = await opened('postgres');
    await save(users, create('ada@engines.example'));
    const [expected] = await users.findByEmails(TENANT, ['ada@engines.example']);
    const person = await knex.transaction();
    await person('console_user').where({ id: expected!.id }).update({ updated_at: 'now' });
    await person('console_user_destination').where({ user_id: expected!.id }).delete();
    const update: SaveUser = { kind: 'update', expected: expected!, target: create('').target };
    const results = save(users, update);
    await somebodyWaits(knex);
    await person.commit();
    expect((await results).map(codeOf)).toEqual(['user_changed_meanwhile']);
  });

  it('keeps a destination from being deleted while a user is given it', async () => {
    const { users, knex, create } = await opened('postgres');
    const person = await knex.transaction();
    await person('console_destination').delete();
    const results = save(users, create('ada@engines.example'));
    await somebodyWaits(knex);
    await person.commit();
    expect((await results).map(codeOf)).toEqual(['destination_gone']);
  });
});

describe('KnexUserRepository on a file of SQLite', () => {
  it('makes one user of the same login wanted by two processes at once', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'autotask-users-'));
    disposals.push(() => rm(folder, { recursive: true }));
    const processes = [1, 2].map(() => openConfigured({ connection: `sqlite:${path.join(folder, 'console.sqlite')}` }));
    for (const { close } of processes) disposals.push(close);
    await processes[0]!.knex.migrate.latest({
      tableName: 'console_migrations',
      migrationSource: new ConsoleMigrations(),
    });
    const create = await creating(processes[0]!.knex);
    const repositories = processes.map(({ knex }) => repositoryOn(knex));
    for (let round = 0; round < 10; round += 1) {
      const results = await Promise.all(
        repositories.map((users) =>
          save(users, create(`${round}-a@engines.example`), create(`${round}-b@engines.example`)),
        ),
      );
      expect(results.flat().map(codeOf).sort()).toEqual([
        'created',
        'created',
        'user_changed_meanwhile',
        'user_changed_meanwhile',
      ]);
    }
  });
});

async function opened(engine: Engine) {
  const { knex, dispose } = await openDatabase(engine);
  disposals.push(dispose);
  const log = new SilentLog();
  return { knex, log, users: repositoryOn(knex, log), create: await creating(knex) };
}

function repositoryOn(knex: Knex, log = new SilentLog()): KnexUserRepository {
  return new KnexUserRepository({ knex, clock: new SteppingClock(), log });
}

async function creating(knex: Knex): Promise<(email: string) => SaveUser> {
  const rows = new ConsoleRows(knex);
  const chosen = { destinationId: await rows.addDestination(TENANT), packageId: await rows.addPackage(TENANT) };
  return (email) => ({ kind: 'create', target: aTarget({ ...chosen, email }) });
}

function save(users: KnexUserRepository, ...commands: SaveUser[]): Promise<readonly SaveResult[]> {
  return users.saveMany(TENANT, commands);
}

function codeOf(result: SaveResult): string {
  return result.kind === 'rejected' ? result.code : result.kind;
}

async function firstOf<Item>(items: AsyncIterable<Item>): Promise<Item | undefined> {
  for await (const item of items) return item;
  return undefined;
}

interface PostgresConnection {
  readonly __knexUid: string;
  readonly connection: { readonly stream: { destroy(): void } };
}

/** Breaks the connection just before a statement is sent on it. */
async function losingTheConnectionAt(knex: Knex, statement: RegExp, work: () => Promise<void>): Promise<void> {
  const client = knex.client as { acquireConnection(): Promise<PostgresConnection> };
  const acquire = client.acquireConnection.bind(client);
  const connections = new Map<string, PostgresConnection>();
  client.acquireConnection = async () => {
    const connection = await acquire();
    connections.set(connection.__knexUid, connection);
    return connection;
  };
  const listener = ({ sql, __knexUid }: { sql: string; __knexUid: string }) => {
    if (statement.test(sql.trim())) connections.get(__knexUid)?.connection.stream.destroy();
  };
  knex.on('query', listener);
  await work();
  knex.off('query', listener);
}

/** Returns as soon as a transaction waits for another one's lock. */
async function somebodyWaits(knex: Knex): Promise<void> {
  const waiting = () =>
    knex('pg_stat_activity').where({ wait_event_type: 'Lock', datname: knex.raw('current_database()') });
  while ((await waiting().select('pid')).length === 0) await new Promise((resolve) => setImmediate(resolve));
}

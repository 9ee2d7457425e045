import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DestinationView, PackageView, RunView } from '../../../core/contract/index.ts';
import {
  type PracticeAutotask,
  startPracticeAutotask,
} from '../../../host-shim/practice-autotask/practice-autotask.ts';
import {
  type ConsoleProcess,
  removeDirectory,
  startConsoleProcess,
  temporaryDirectory,
} from '../../support/console-process.ts';
import { freshPostgres } from './engines.ts';
import { NodeClient } from './node-client.ts';

const EVERYBODY = { filter: {} };

// Any number: who holds it keeps users from being written once there are some.
const GATE = 4_711;
const CLOSE_AFTER_THE_FIRST_USERS = `
  create function wait_at_the_gate() returns trigger language plpgsql as $$ begin
    if exists (select 1 from console_user) then perform pg_advisory_xact_lock_shared(${GATE}); end if;
    return null;
  end $$;
  create trigger gate before insert on console_user for each statement execute function wait_at_the_gate();
  select pg_advisory_lock(${GATE})`;

/** Two processes on one PostgreSQL, as behind one address; each test goes on where the one before ended. */
describe('two nodes', { timeout: 60_000 }, () => {
  let directory: string;
  let database: Awaited<ReturnType<typeof freshPostgres>>;
  let autotask: PracticeAutotask;
  let one: ConsoleProcess;
  let other: ConsoleProcess;
  let client: NodeClient;

  const startNode = () =>
    startConsoleProcess(directory, {
      DATABASE_URL: database.url,
      SECRET_KEYS: 'a-key-that-both-nodes-are-given-1234',
      AUTOTASK_URL: autotask.url,
    });
  const post = async (node: ConsoleProcess, route: string, body: object): Promise<string> => {
    const { runId } = await client.ask<{ runId: string }>(node, route, { method: 'POST', body });
    return runId;
  };
  const endOf = async (node: ConsoleProcess, runId: string): Promise<RunView | undefined> => {
    const events = await client.follow(node, runId);
    return (await events.rest()).at(-1);
  };

  beforeAll(async () => {
    directory = await temporaryDirectory();
    database = await freshPostgres();
    autotask = await startPracticeAutotask({ contacts: 1_500, seed: 1 });
    [one, other] = await Promise.all([startNode(), startNode()]);
    client = await NodeClient.signIn(one);
  }, 60_000);

  afterAll(async () => {
    await Promise.all([one.stop(), other.stop()]);
    await autotask.close();
    await database.remove();
    await removeDirectory(directory);
  });

  it('take a session that began at the other, its token for writing included', async () => {
    const { credentials } = autotask;
    const body = { username: credentials.username, password: credentials.secret };
    const connection = await client.ask(other, '/connection', { method: 'PUT', body });
    expect(connection).toMatchObject({ state: 'connected' });
    expect(await client.ask(one, '/connection')).toEqual(connection);
  });

  it('know from a proxy in front of them that the browser speaks TLS', async () => {
    const response = await fetch(`${one.url}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-proto': 'https' },
      body: JSON.stringify({ email: one.email, password: one.password }),
    });
    expect(response.headers.get('set-cookie')).toContain('; Secure');
  });

  it('show a run that was asked for at the other, to its end', async () => {
    const runId = await post(one, '/refreshes', {});
    const run = await endOf(other, runId);
    expect(run).toMatchObject({ id: runId, kind: 'refresh', state: 'done', total: 1_500, done: 1_500 });
    expect(await client.ask(other, '/contacts?limit=1')).toMatchObject({ total: 1_500 });
  });

  it('go on with a run whose node has died in the middle of it, and do nothing twice', async () => {
    const [destination] = await client.ask<DestinationView[]>(one, '/destinations');
    const [pack] = await client.ask<PackageView[]>(one, '/packages');
    const assignment = { selection: EVERYBODY, destinationId: destination?.id, packageId: pack?.id };
    await client.ask(one, '/contacts', { method: 'PATCH', body: assignment });
    const preview = await client.ask<{ create: number }>(one, '/imports/preview', {
      method: 'POST',
      body: { selection: EVERYBODY },
    });

    await other.stop(); // So that it is the one node that has the run.
    const gate = new pg.Client({ connectionString: database.url });
    await gate.connect();
    await gate.query(CLOSE_AFTER_THE_FIRST_USERS);
    const runId = await post(one, '/imports', { selection: EVERYBODY });
    const atOne = await client.follow(one, runId);
    while ((await atOne.next()).done === 0);
    other = await startNode();
    const atOther = await client.follow(other, runId);
    expect(await atOther.next()).toMatchObject({ state: 'running' });
    await one.kill();
    await gate.query(`select pg_advisory_unlock(${GATE})`);

    const run = (await atOther.rest()).at(-1);
    expect(run).toMatchObject({ state: 'done', total: 1_500, done: 1_500, created: preview.create });
    const { rows } = await gate.query(
      'select count(*)::int users, count(distinct email_key)::int emails from console_user',
    );
    expect(rows).toEqual([{ users: preview.create, emails: preview.create }]);
    await gate.end();
    one = await startNode();
    expect(await endOf(one, runId)).toEqual(run);
  });
});

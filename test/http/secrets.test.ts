import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tenantId } from '../../core/domain/ids.ts';
import { SourceUnavailable } from '../../core/ports/errors.ts';
import { aSourceContact } from '../support/book-builders.ts';
import { CREDENTIALS } from '../support/memory-ports.ts';
import { type Method, openPlugin, type PluginHarness } from '../support/plugin-harness.ts';
import { API_ROUTES } from './api-routes.ts';
import { readUsersOnce } from './read-users-once.ts';

const OWN_CODE = 'QX7INTEGRATIONCODE';
const WRONG = 'wRong!password-77';
const PEOPLE = [
  aSourceContact(1, { firstName: 'Wilhelmina', lastName: 'Xanthopoulou', email: 'w.xanthopoulou@private.example' }),
  aSourceContact(2, { firstName: 'Bartholomäus', lastName: 'Quisenberry', email: 'b.quisenberry@private.example' }),
];
const PERSONAL = ['xanthopoulou', 'quisenberry', 'wilhelmina', 'bartholom', 'private.example'];

let plugin: PluginHarness;
let answers: string[];
beforeEach(async () => {
  plugin = await openPlugin();
  answers = [];
  plugin.ports.source.accept({ ...CREDENTIALS, integrationCode: OWN_CODE });
  plugin.fill(PEOPLE);
});
afterEach(() => plugin.close());

/** Asks, and keeps all that was answered. */
async function ask(method: Method, path: string, body?: unknown): Promise<string> {
  const response = await plugin.ask(method, path, body);
  answers.push(JSON.stringify(response.headers) + response.body);
  return response.body;
}

/** A technician's day, with everything that can go wrong. */
async function work(): Promise<void> {
  await ask('PUT', '/connection', { ...CREDENTIALS, password: WRONG });
  await ask('PUT', '/connection', { ...CREDENTIALS, password: { text: CREDENTIALS.password } });
  await ask('PUT', '/connection', { ...CREDENTIALS, [CREDENTIALS.password]: 1 });
  await ask('PUT', '/connection', `{"password":"${CREDENTIALS.password}`);
  await ask('PUT', '/connection', { ...CREDENTIALS, integrationCode: OWN_CODE });
  await plugin.refresh();
  await ask('PATCH', '/contacts', {
    selection: { filter: {} },
    destinationId: 'destination-1',
    packageId: 'package-1',
  });
  await ask('GET', '/contacts?q=xanthopoulou%40private.example');
  await ask('GET', '/contacts?q=quisenberry&limit=none');
  await ask('POST', '/imports/preview', { selection: { filter: { q: 'Wilhelmina' } } });
  await plugin.import({ filter: { q: 'Quisenberry' } });
  await plugin.import({ filter: {} });
  plugin.ports.source.failWith(new SourceUnavailable('Autotask could not be reached.'));
  await ask('POST', '/connection/test');
  await plugin.refresh();
  plugin.ports.source.failWith(null);
  plugin.ports.source.accept({ ...CREDENTIALS, password: 'another', integrationCode: OWN_CODE });
  await plugin.refresh();
  for (const { method, path } of API_ROUTES.filter(({ method: one }) => one === 'GET')) {
    await ask(method, path.replace(':run', 'run-000002').replace(':contact', '1'));
  }
}

describe('secrets', () => {
  it('are in no answer and in no line of the log, whatever goes wrong', async () => {
    await work();
    const logged = plugin.logged();
    expect(logged).toContain('run failed');
    for (const secret of [CREDENTIALS.password, OWN_CODE, WRONG]) {
      expect(logged).not.toContain(secret);
      // The field's name is a secret here only because the test sent one as such.
      expect(answers.filter((answer) => answer.includes(secret) && !answer.includes('is not known here'))).toEqual([]);
    }
  });

  it('are sealed in what is stored', async () => {
    await work();
    const stored = JSON.stringify(await plugin.ports.connections.find(tenantId('msp-1')));
    expect(stored).toContain(CREDENTIALS.username);
    for (const secret of [CREDENTIALS.password, OWN_CODE]) expect(stored).not.toContain(secret);
  });
});

describe('people', () => {
  it('are in no line of the log, not even when somebody searches for them', async () => {
    await work();
    const logged = plugin.logged().toLowerCase();
    expect(logged).toContain('/api/contacts');
    for (const text of PERSONAL) expect(logged).not.toContain(text);
  });

  it('are in no line of the log when something unforeseen breaks', async () => {
    await work();
    const { users } = plugin.ports;
    const broken: typeof users.findByEmails = (_tenant, emails) =>
      Promise.reject(Object.assign(new Error('broken'), { parameters: emails }));
    readUsersOnce(users, broken);
    expect((await plugin.import({ filter: {} })).state).toBe('failed');
    const response = await plugin.ask('GET', '/contacts');
    expect(response.json()).toMatchObject({ status: 500, code: 'internal' });
    const logged = plugin.logged().toLowerCase();
    expect(logged).toContain('broken');
    for (const text of PERSONAL) expect(logged).not.toContain(text);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../core/contract/index.ts';
import { tenantId } from '../../core/domain/ids.ts';
import { ConsoleUnavailable } from '../../core/ports/errors.ts';
import { aSourceContact } from '../support/book-builders.ts';
import { ANY_TEXT } from '../support/like.ts';
import { openPlugin, type PluginHarness } from '../support/plugin-harness.ts';
import { expectProblem } from './expect-problem.ts';
import { readUsersOnce } from './read-users-once.ts';

const OWN = tenantId('msp-1');
const selection = { filter: {} };

let plugin: PluginHarness;
beforeEach(async () => {
  plugin = await openPlugin();
  await plugin.load([aSourceContact(1)]);
  await plugin.assign(selection);
});
afterEach(() => plugin.close());

describe('when the users of Managed Backup cannot be read', () => {
  const away = () => Promise.reject(new ConsoleUnavailable('The users can’t be read at the moment.'));

  it.each([
    ['GET', '/contacts', undefined],
    ['GET', '/contacts/1', undefined],
    ['POST', '/imports/preview', { selection }],
    ['POST', '/imports', { selection, fingerprint: 'of a preview' }],
    ['POST', '/imports', { selection }],
  ] as const)('%s %s says so', async (method, path, body) => {
    plugin.ports.users.findByEmails = away;
    const response = await plugin.ask(method, path, body);
    expectProblem(response, { status: 503, code: 'console_unavailable', detail: /can’t be read/ });
  });

  it('an import ends failed, and nothing is attempted', async () => {
    readUsersOnce(plugin.ports.users, away);
    const run = await plugin.import(selection);
    expect(run).toMatchObject({
      state: 'failed',
      total: 1,
      notAttempted: 1,
      problem: {
        code: 'console_unavailable',
        text: 'The users can’t be read at the moment.',
        remedy: ANY_TEXT,
      },
    });
  });
});

describe('when the stored credentials cannot be opened', () => {
  beforeEach(async () => {
    const stored = (await plugin.ports.connections.find(OWN))!;
    await plugin.ports.connections.save(OWN, { ...stored, sealedCredentials: 'sealed with a lost key' });
  });

  it('a test says so, and what to do', async () => {
    const response = await plugin.ask('POST', '/connection/test');
    expectProblem(response, { status: 409, code: 'secret_unreadable', detail: /entered again/ });
  });

  it('a refresh ends failed, and the list stays', async () => {
    expect(await plugin.refresh()).toMatchObject({ state: 'failed', problem: { code: 'secret_unreadable' } });
    expect((await plugin.contacts()).total).toBe(1);
  });

  it('saving them anew mends it', async () => {
    await plugin.connect();
    expect((await plugin.refresh()).state).toBe('done');
  });
});

describe('something unforeseen', () => {
  it('tells the user nothing of its inside, and the log all, under the same id', async () => {
    plugin.ports.contactBook.page = () => Promise.reject(new TypeError('inside of the machine'));
    const response = await plugin.ask('GET', '/contacts');
    expectProblem(response, { status: 500, code: 'internal', detail: /^Something unforeseen went wrong/ });
    expect(response.body).not.toContain('inside of the machine');
    const line = plugin
      .logged()
      .split('\n')
      .find((text) => text.includes('inside of the machine'));
    expect(JSON.parse(line!)).toMatchObject({ level: 50, id: response.json<Problem>().id, code: 'internal' });
  });

  it('ends a run as failed without telling its inside', async () => {
    plugin.ports.contactBook.begin = () => Promise.reject(new TypeError('inside of the machine'));
    const run = await plugin.refresh();
    expect(run).toMatchObject({ state: 'failed', problem: { code: 'internal' } });
    expect(JSON.stringify(run)).not.toContain('inside of the machine');
    expect(plugin.logged()).toContain('inside of the machine');
  });

  it('does not come in the way of what works', async () => {
    const { page } = plugin.ports.contactBook;
    plugin.ports.contactBook.page = () => Promise.reject(new TypeError('inside of the machine'));
    expect((await plugin.ask('GET', '/contacts')).statusCode).toBe(500);
    plugin.ports.contactBook.page = page;
    expect((await plugin.contacts()).total).toBe(1);
  });
});

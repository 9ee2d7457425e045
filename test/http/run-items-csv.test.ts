import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSourceContact } from '../support/book-builders.ts';
import { csvRecords } from '../support/csv-rows.ts';
import { SENTENCE } from '../support/like.ts';
import { openPlugin, type PluginHarness } from '../support/plugin-harness.ts';
import { clerkOf, STRANGER, VIEWER } from '../support/principals.ts';
import { expectProblem } from './expect-problem.ts';

const CREATED = 700;

let plugin: PluginHarness;
let id: string;
beforeAll(async () => {
  plugin = await openPlugin();
  await plugin.load([
    aSourceContact(9001, { firstName: '=1+1', lastName: 'עדה, 👩‍🚀', email: '' }),
    ...Array.from({ length: CREATED }, (_, index) => aSourceContact(index + 1)),
  ]);
  await plugin.assign({ filter: {} });
  ({ id } = await plugin.import({ filter: {} }));
});
afterAll(() => plugin.close());

async function records(query = ''): Promise<Record<string, string>[]> {
  return csvRecords((await plugin.ask('GET', `/runs/${id}/items.csv${query}`, undefined, { as: VIEWER })).body);
}

describe('GET /runs/:id/items.csv', () => {
  it('is a file to be saved', async () => {
    const { headers, body } = await plugin.ask('GET', `/runs/${id}/items.csv?outcome=updated`);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="autotask-import.csv"',
    });
    expect(body).toBe('\ufeffFirst name,Last name,Email,Account,Contact id,Outcome,Code,Reason,Remedy\r\n');
  });

  it('says of each contact what became of it, over several pages', async () => {
    const all = await records();
    expect(all.map((record) => record['Contact id'])).toHaveLength(CREATED + 1);
    expect(new Set(all.map((record) => record['Contact id'])).size).toBe(CREATED + 1);
    expect(all.find((record) => record['Contact id'] === '7')).toEqual({
      'First name': 'Ada',
      'Last name': 'Lovelace',
      Email: 'contact-7@engines.example',
      Account: 'Account 100',
      'Contact id': '7',
      Outcome: 'created',
      Code: '',
      Reason: '',
      Remedy: '',
    });
  });

  it('has the rows of one outcome, with reason and remedy, and no formula', async () => {
    expect(await records('?outcome=failed')).toEqual([
      {
        'First name': "'=1+1",
        'Last name': 'עדה, 👩‍🚀',
        Email: '',
        Account: 'Account 100',
        'Contact id': '9001',
        Outcome: 'failed',
        Code: 'email_missing',
        Reason: SENTENCE,
        Remedy: SENTENCE,
      },
    ]);
    expect(await records('?outcome=created')).toHaveLength(CREATED);
  });

  it('knows no pages', async () => {
    const refused = { status: 400, code: 'invalid_request' };
    for (const query of ['limit=1', 'after=x']) {
      expectProblem(await plugin.ask('GET', `/runs/${id}/items.csv?${query}`), refused);
    }
  });

  it('is for those who see the run', async () => {
    for (const as of [STRANGER, clerkOf('Account 100')]) {
      const response = await plugin.ask('GET', `/runs/${id}/items.csv`, undefined, { as });
      expectProblem(response, { status: 404, code: 'run_not_found', detail: /run/ });
    }
    expectProblem(await plugin.ask('GET', '/runs/none/items.csv'), { status: 404, code: 'run_not_found' });
  });
});

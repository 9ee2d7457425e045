import { describe, expect, it } from 'vitest';
import { openMbs } from './opened-mbs.ts';
import { json, PAGE, type Reply } from './recorded-mbs.ts';

const CREATED: unknown = expect.objectContaining({ kind: 'created' });
const COMPANY = /POST \/api\/Companies/;

describe('companies over the MBS API', () => {
  it('makes a missing one once, also for saves at the same time, and gives users its name', async () => {
    const { recorded, save, create } = await openMbs();
    const people = (letter: string) =>
      Array.from({ length: 8 }, (_, index) =>
        create({ email: `${letter}${index}@engines.example`, company: 'Ockham' }),
      );
    await Promise.all([save(...people('a')), save(...people('b'))]);
    expect(recorded.callsOf('POST Companies').map(({ body }) => body)).toEqual([
      { Name: 'Ockham', StorageLimit: -1, LicenseSettings: 1 },
    ]);
    expect(new Set(recorded.ours.users.map(({ Company }) => Company))).toEqual(new Set(['Ockham']));
  });

  it('makes one anew that was deleted meanwhile', async () => {
    const { recorded, save, create } = await openMbs();
    await save(create({ email: 'a@engines.example' }));
    recorded.ours.companies.length = 0;
    await save(create({ email: 'b@engines.example' }));
    expect(recorded.ours.companies).toHaveLength(1);
  });

  it('spells one just as MBS does', async () => {
    const { recorded, save, create } = await openMbs();
    recorded.ours.companies.push({ Id: '1', Name: 'Difference  Works ' });
    await save(create({ company: 'Difference Works' }));
    expect(recorded.ours.user('ada@engines.example')['Company']).toBe('Difference  Works ');
    expect(recorded.ours.companies).toHaveLength(1);
  });

  it('blocks just the rows whose company is refused, with the words', async () => {
    const { recorded, save, create } = await openMbs();
    recorded.replace(COMPANY, ({ body }) => (body?.['Name'] === 'Bad' ? json('The name is reserved.') : null));
    const results = await save(
      create({ email: 'a', company: 'Bad' }),
      create({ email: 'b' }),
      create({ email: 'c', company: 'Bad' }),
    );
    const refused = { kind: 'rejected', code: 'console_refused', quote: 'The name is reserved.' };
    expect(results).toEqual([refused, CREATED, refused]);
    expect(recorded.callsOf('POST Companies')).toHaveLength(2);
  });

  it.each<[string, Reply]>([
    ['a cut connection', 'reset'],
    ['a server error', json({ Message: 'An error has occurred.' }, 500)],
    ['nothing', { text: '' }],
    ['a refusal, because somebody made it meanwhile', json('Company already exist.')],
  ])('looks one up when the answer is %s', async (_, reply) => {
    const { recorded, save, create } = await openMbs();
    recorded.replaceAnswer(COMPANY, reply);
    expect(await save(create())).toEqual([CREATED]);
    expect(recorded.ours.companies).toHaveLength(1);
  });

  it('makes no user when nobody knows whether there is a company', async () => {
    const { recorded, save, create } = await openMbs();
    recorded.replace(COMPANY, () => {
      recorded.replace(/GET \/api\/Companies/, PAGE);
      return 'reset';
    });
    expect(await save(create())).toMatchObject([{ kind: 'rejected', code: 'console_unavailable' }]);
    expect(recorded.ours.users).toEqual([]);
  });
});

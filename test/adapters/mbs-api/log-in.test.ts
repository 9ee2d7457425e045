import { describe, expect, it } from 'vitest';
import { HttpTransport, type Transport } from '../../../adapters/mbs-api/transport.ts';
import { userId } from '../../../core/domain/ids.ts';
import { collect } from '../../contract/user-repository-trial.ts';
import { NEVER, OURS, openMbs, rejectionOf } from './opened-mbs.ts';
import { json, PAGE } from './recorded-mbs.ts';

const LOG_IN = 'POST Provider';

describe('logging in', () => {
  it('sends the log-in once, and its token with every call', async () => {
    const { recorded, mbs } = await openMbs();
    await Promise.all([
      mbs.packages.list(OURS),
      mbs.storageDestinations.list(OURS),
      mbs.users.findByEmails(OURS, ['a']),
    ]);
    expect(recorded.callsOf(LOG_IN).map(({ body }) => body)).toEqual([
      { UserName: recorded.ours.name, Password: recorded.ours.password },
    ]);
    expect(recorded.arrived.slice(1).map(({ headers }) => headers.authorization)).toEqual(
      Array.from({ length: 4 }, () => 'Bearer token-1-of-ours'),
    );
  });

  it.each([400, 401, 403])('asks nothing more after a refusal with %i, until a person acts', async (status) => {
    const { recorded, mbs, save, create } = await openMbs();
    recorded.replace(/Login/, json({ error: 'invalid_grant', error_description: 'It is incorrect.' }, status), 1);
    const refused = await rejectionOf(Promise.all([mbs.packages.list(OURS), mbs.users.findByIds(OURS, [userId('1')])]));
    expect(refused).toMatchObject({
      code: 'console_unavailable',
      remedy: expect.stringContaining('API credentials') as string,
    });
    expect(await save(create())).toEqual([{ kind: 'rejected', code: 'console_unavailable', quote: null }]);
    expect(recorded.calls).toEqual([LOG_IN]);
    expect(await mbs.check()).toEqual({ provider: 'ours' });
    expect(await mbs.packages.list(OURS)).toHaveLength(1);
  });

  it('takes a 200 that holds an error for a refusal', async () => {
    const { recorded, mbs } = await openMbs();
    recorded.replace(/Login/, json({ error: 'invalid_grant' }));
    expect(await rejectionOf(mbs.check())).toMatchObject({
      safeDetail: expect.stringContaining('refused the log-in') as string,
    });
  });

  it.each([
    ['a web page', PAGE],
    ['no token', json({ token_type: 'bearer' })],
    ['nothing', { text: '' }],
    ['an outage', json({ Message: 'Busy' }, 503)],
  ])('tries again later when the log-in was answered with %s', async (_, reply) => {
    const { recorded, mbs, waits } = await openMbs();
    recorded.replace(/Login/, reply);
    expect(await rejectionOf(mbs.packages.list(OURS))).toMatchObject({ code: 'console_unavailable' });
    expect(waits.length).toBeGreaterThan(0);
    recorded.mend();
    expect(await mbs.packages.list(OURS)).toHaveLength(1);
  });

  it('keeps nobody waiting for a log-in as long as for a list', async () => {
    const limits: Record<string, number | undefined> = {};
    const http = new HttpTransport({ timeoutMs: 120_000 });
    const transport: Transport = {
      send(exchange) {
        limits[exchange.url.pathname] = exchange.timeoutMs;
        return http.send(exchange);
      },
      close: () => http.close(),
    };
    const { mbs } = await openMbs({ transport });
    await mbs.check();
    expect(limits).toEqual({ '/api/Provider/Login': 30_000, '/api/Packages': undefined });
  });

  it('names the provider only when the answer does', async () => {
    const { recorded, mbs } = await openMbs();
    recorded.replace(/Login/, json({ access_token: 'x', expires_in: 100 }), 1);
    recorded.replace(/Packages/, json([]));
    expect(await mbs.check()).toEqual({ provider: null });
  });

  it('finds in a check that the log-in may not read', async () => {
    const { recorded, mbs } = await openMbs();
    recorded.replace(/Packages/, json({ Message: 'You have no permission.' }, 403));
    expect(await rejectionOf(mbs.check())).toMatchObject({
      safeDetail: expect.stringContaining('lacks a right') as string,
    });
  });

  it('tries a call anew a minute after it was refused with a new token', async () => {
    const { recorded, mbs, clock } = await openMbs();
    recorded.replace(/Packages/, json({ Message: 'You have no permission.' }, 403), 3);
    await expect(mbs.packages.list(OURS)).rejects.toThrow();
    await clock.advance(60_000);
    recorded.replace(/Packages/, json({ Message: 'The token has ended.' }, 403), 1);
    recorded.replace(/Packages/, json([]));
    expect(await mbs.packages.list(OURS)).toEqual([]);
  });

  it('logs in anew before the two weeks are over', async () => {
    const { recorded, mbs, clock } = await openMbs();
    await mbs.packages.list(OURS);
    await clock.advance(1_209_599_000 - 5 * 60_000 - 1);
    await mbs.packages.list(OURS);
    expect(recorded.callsOf(LOG_IN)).toHaveLength(1);
    await clock.advance(1);
    await mbs.packages.list(OURS);
    expect(recorded.callsOf(LOG_IN)).toHaveLength(2);
  });

  it('uses a short-lived token for half of its time', async () => {
    const { recorded, mbs, clock } = await openMbs();
    recorded.replace(/Login/, json({ access_token: 'brief', expires_in: '100' }), 1);
    recorded.replace(/Packages/, json([]));
    await mbs.packages.list(OURS);
    await clock.advance(49_999);
    await mbs.packages.list(OURS);
    expect(recorded.callsOf(LOG_IN)).toHaveLength(1);
    await clock.advance(1);
    await mbs.packages.list(OURS);
    expect(recorded.callsOf(LOG_IN)).toHaveLength(2);
  });

  it.each([401, 403])('goes on with a new token when the old one is refused with %i in the middle', async (status) => {
    const { recorded, save, create, found } = await openMbs();
    const emails = Array.from({ length: 40 }, (_, index) => `person-${index}@engines.example`);
    recorded.replace(/POST \/api\/Users/, ({ headers }) => {
      if (recorded.callsOf('POST Users').length === 20) recorded.expireTokens();
      return headers.authorization === 'Bearer token-1-of-ours' && recorded.callsOf('POST Users').length >= 20
        ? json({ Message: 'Authorization has been denied for this request.' }, status)
        : null;
    });
    const results = await save(...emails.map((email) => create({ email })));
    expect(results.every(({ kind }) => kind === 'created')).toBe(true);
    expect(recorded.callsOf(LOG_IN)).toHaveLength(2);
    expect(recorded.ours.users).toHaveLength(40);
    expect(await found('person-39@engines.example')).toBeDefined();
  });

  it('goes on with a new token when a create says in a 200 that it has none', async () => {
    const { recorded, save, create } = await openMbs();
    recorded.replace(/POST \/api\/Users/, json('No token received'), 2);
    expect((await save(create())).map(({ kind }) => kind)).toEqual(['created']);
    expect(recorded.callsOf(LOG_IN)).toHaveLength(3);
  });

  it('does not log in anew for every call when a right is missing', async () => {
    const { recorded, save, create } = await openMbs();
    recorded.replace(/POST \/api\/Users/, json({ Message: 'You may not create users.' }, 403));
    const results = await save(...['a', 'b', 'c', 'd', 'e', 'f'].map((email) => create({ email })));
    expect(results).toEqual(
      results.map(() => ({ kind: 'rejected', code: 'console_refused', quote: 'You may not create users.' })),
    );
    expect(recorded.callsOf(LOG_IN)).toHaveLength(3);
  });

  it('never says or logs a secret or who the users are', async () => {
    const { recorded, mbs, save, create, log } = await openMbs();
    const { password } = recorded.ours;
    recorded.replace(/Packages/, ({ headers }) =>
      json({ Message: `${String(headers.authorization)} ${password}` }, 400),
    );
    recorded.replace(/GET \/api\/Users/, json({ Message: password }, 500));
    const errors = [await rejectionOf(mbs.packages.list(OURS)), await rejectionOf(mbs.check())];
    errors.push(await rejectionOf(collect(mbs.users.all(OURS, NEVER))));
    await save(create());
    const said = JSON.stringify([errors.map((error) => [error.message, error.safeDetail, error.cause]), log.lines]);
    expect(said).toContain('not repeated here');
    for (const secret of [password, 'token-1', 'ada@engines']) expect(said).not.toContain(secret);
  });
});

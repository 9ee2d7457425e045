import { describe, expect, it, onTestFinished } from 'vitest';
import { MbsApi } from '../../../adapters/mbs-api/mbs-api.ts';
import { HttpTransport } from '../../../adapters/mbs-api/transport.ts';
import { SilentLog } from '../../support/silent-log.ts';
import { OURS, openMbs, rejectionOf } from './opened-mbs.ts';
import { json, PAGE, type Reply } from './recorded-mbs.ts';

describe('calls', () => {
  it('lets four out at once at most', async () => {
    const { recorded, save, create } = await openMbs();
    const emails = Array.from({ length: 30 }, (_, index) => `person-${index}@engines.example`);
    await save(create({ email: 'first@engines.example' }));
    const open = recorded.hold();
    const saving = save(...emails.map((email) => create({ email })));
    await recorded.until(() => recorded.mostInFlight === 4);
    open();
    expect((await saving).every(({ kind }) => kind === 'created')).toBe(true);
    expect(recorded.mostInFlight).toBe(4);
  });

  it('waits as long as it is asked to, and creates after it', async () => {
    const { recorded, save, create, waits } = await openMbs();
    recorded.replace(/POST \/api\/Users/, { status: 429, headers: { 'retry-after': '7' }, text: '' }, 2);
    expect((await save(create())).map(({ kind }) => kind)).toEqual(['created']);
    expect(waits).toEqual([7000, 7000]);
  });

  it('keeps its place while it waits for its repeat, so that no other call goes out instead', async () => {
    let paused = 0;
    let goOn = () => {};
    const allPaused = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const pause = () => {
      paused += 1;
      if (paused === 4) goOn();
      return allPaused;
    };
    const { recorded, mbs, found } = await openMbs({ pause });
    recorded.replace(/Packages/, { status: 429, text: '' }, 4);
    const throttled = Array.from({ length: 4 }, () => mbs.packages.list(OURS));
    await Promise.all([...throttled, found('ada@engines.example')]);
    const before = recorded.calls.slice(0, recorded.calls.indexOf('GET Users'));
    expect(before.filter((call) => call === 'GET Packages').length).toBeGreaterThan(4);
  });

  it('logs what is repeated without saying for which user', async () => {
    const { recorded, mbs, saved, log } = await openMbs();
    const { id } = await saved();
    recorded.replace(/Users\/./, json({ Message: 'Busy' }, 503), 1);
    await mbs.editing.edit(id, {});
    expect(log.lines.map(({ fields }) => fields)).toEqual([expect.objectContaining({ call: 'GET Users' })]);
    expect(JSON.stringify(log.lines)).not.toContain(id);
  });

  it.each<[string, Reply]>([
    ['an outage', json({ Message: 'Busy' }, 500)],
    ['a cut connection', 'reset'],
    ['half a list', 'broken off'],
    ['a web page', PAGE],
    ['a sentence', json('Something went wrong')],
    ['null', json(null)],
    ['half a JSON text', { type: 'application/json', text: '[{"ID":1},{"ID"' }],
    ['a list of no objects', json([1])],
    ['rows without ids', json([{ Name: '100 GB' }])],
    ['a redirection', { status: 302, headers: { location: 'https://elsewhere.example/' }, text: '' }],
    ['a wrong path', json({ Message: 'No HTTP resource was found.' }, 404)],
  ])('never takes %s for an empty list', async (_, reply) => {
    const { recorded, mbs } = await openMbs();
    recorded.replace(/Packages/, reply);
    expect(await rejectionOf(mbs.packages.list(OURS))).toMatchObject({ code: 'console_unavailable' });
  });

  it('reads a list wherever its bytes are parted', async () => {
    const { recorded, mbs } = await openMbs();
    // Far over what arrives at once, so that it is parted within signs of three and four bytes.
    const names = Array.from({ length: 300 }, (_, index) => `${index} "\\${'李🦊'.repeat(300)}`);
    const text = `\uFEFF${JSON.stringify(names.map((Name, index) => ({ ID: index + 1, Name })))}`;
    recorded.replace(/Packages/, { type: 'application/json', text });
    expect((await mbs.packages.list(OURS)).map(({ name }) => name)).toEqual(names);
  });

  it.each<[string, Reply]>([
    ['an outage', json({ Message: 'Busy' }, 503)],
    ['a cut connection', 'reset'],
    ['half a list', 'broken off'],
  ])('reads again after %s', async (_, reply) => {
    const { recorded, mbs } = await openMbs();
    recorded.replace(/Packages/, reply, 1);
    expect(await mbs.packages.list(OURS)).toHaveLength(1);
  });

  it('does not wait for ever, and takes what it did not wait for as lost', async () => {
    const { recorded } = await openMbs();
    recorded.replace(/Packages/, 'silence');
    const transport = new HttpTransport({ timeoutMs: 1 });
    onTestFinished(() => transport.close());
    const url = new URL('/api/Packages', recorded.url);
    const lost = await rejectionOf(transport.send({ method: 'GET', url, headers: {}, body: null }));
    expect(lost).toMatchObject({ kind: 'lost', about: url.host });
  });

  it('waits for an answer only as long as the call itself allows', async () => {
    const { recorded } = await openMbs();
    recorded.replace(/Packages/, 'silence');
    const transport = new HttpTransport({ timeoutMs: 600_000 });
    onTestFinished(() => transport.close());
    const url = new URL('/api/Packages', recorded.url);
    const lost = await rejectionOf(transport.send({ method: 'GET', url, headers: {}, body: null, timeoutMs: 1 }));
    expect(lost).toMatchObject({ kind: 'lost', about: url.host });
  });

  it('takes a call as lost that is under way when its connections are ended', async () => {
    const { recorded, mbs } = await openMbs();
    recorded.replace(/Packages/, 'silence');
    const lost = rejectionOf(mbs.packages.list(OURS));
    await recorded.until(() => recorded.callsOf('GET Packages').length === 1);
    await mbs.close();
    expect(await lost).toMatchObject({ code: 'console_unavailable' });
  });

  it('says where nobody listens', async () => {
    const { recorded, mbs } = await openMbs();
    const { host } = new URL(recorded.url);
    await recorded.stop();
    expect(await rejectionOf(mbs.packages.list(OURS))).toMatchObject({
      safeDetail: expect.stringContaining(host) as string,
    });
  });

  it.each(['http://api.mspbackups.com', 'https://api.mspbackups.com/api', 'https://a:b@api.mspbackups.com', 'x'])(
    'refuses the address %s',
    (url) => {
      const options = { url, username: 'a', password: 'b', tenantId: OURS, log: new SilentLog() };
      expect(() => new MbsApi(options)).toThrow('https origin');
    },
  );
});

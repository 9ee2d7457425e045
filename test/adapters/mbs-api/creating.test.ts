import { describe, expect, it } from 'vitest';
import { destinationId, packageId } from '../../../core/domain/ids.ts';
import { OURS, openMbs } from './opened-mbs.ts';
import { json, PAGE, type Reply } from './recorded-mbs.ts';

const CREATE = /POST \/api\/Users/;
const LOST: [string, Reply][] = [
  ['a cut connection', 'reset'],
  ['a cut answer', 'broken off'],
  ['a server error', json({ Message: 'An error has occurred.' }, 500)],
  ['a gateway error', { status: 504, type: 'text/html', text: '<html>' }],
  ['a web page', PAGE],
  ['nothing', { text: '' }],
  ['half a text', { type: 'application/json', text: '"6970973d-e245' }],
  ['something else', json(true)],
];
const CREATED: unknown = expect.objectContaining({ kind: 'created' });

describe('creating users over the MBS API', () => {
  it('asks for the user with destination and package in one call, and tells nobody the password', async () => {
    const { recorded, chosen, save, create, log } = await openMbs();
    await save(create({ email: ' Ada@engines.example ' }));
    await save(create({ email: 'grace@engines.example' }));
    const [first, second] = recorded.callsOf('POST Users').map(({ body }) => body!);
    const [accountId, destination] = chosen.destinationId.split('/');
    expect(first).toEqual({
      Email: 'Ada@engines.example',
      FirstName: 'Ada',
      LastName: 'Lovelace',
      NotificationEmails: ['Ada@engines.example'],
      Company: 'Analytical Engines',
      Enabled: true,
      Password: expect.stringMatching(/^[\w-]{32}aA1!$/) as string,
      DestinationList: [{ AccountID: accountId, Destination: destination, PackageID: Number(chosen.packageId) }],
      SendEmailInstruction: false,
      LicenseManagmentMode: 2,
    });
    expect(second?.['Password']).not.toBe(first?.['Password']);
    expect(log.lines).toEqual([]);
  });

  it('has the instructions mailed when they are wanted', async () => {
    const { recorded, mbs, create } = await openMbs();
    expect(mbs.users.mailsInstructions).toBe(true);
    await mbs.users.saveMany(OURS, [create()], { sendInstructions: true });
    expect(recorded.callsOf('POST Users')[0]?.body).toMatchObject({ SendEmailInstruction: true });
  });

  it('needs 1.1 calls per user at most when the companies exist', async () => {
    const { recorded, save, create } = await openMbs();
    recorded.ours.companies.push({ Id: '1', Name: 'Analytical Engines' });
    const emails = Array.from({ length: 100 }, (_, index) => `person-${index}@engines.example`);
    const results = await save(...emails.map((email) => create({ email })));
    expect(results.every(({ kind }) => kind === 'created')).toBe(true);
    expect(recorded.calls.length).toBeLessThanOrEqual(110);
  });

  it.each(LOST)('finds the user who was made though the answer was %s', async (_, reply) => {
    const { recorded, save, create } = await openMbs();
    recorded.replaceAnswer(CREATE, reply);
    expect(await save(create())).toEqual([{ kind: 'created', userId: expect.stringMatching(/-/) as string }]);
    expect(recorded.callsOf('POST Users')).toHaveLength(1);
    expect(recorded.ours.users).toHaveLength(1);
  });

  it.each(LOST)('says that nothing is known when the answer was %s and there is no user', async (_, reply) => {
    const { recorded, save, create } = await openMbs();
    recorded.replace(CREATE, reply);
    expect(await save(create())).toEqual([{ kind: 'unknown' }]);
    expect(recorded.callsOf('POST Users')).toHaveLength(1);
  });

  it('claims no user whom somebody else made meanwhile', async () => {
    const { recorded, save, create } = await openMbs();
    recorded.replace(CREATE, ({ body }) => {
      recorded.ours.users.push({ ...body, ID: 'other', LastName: 'Byron' });
      return 'reset';
    });
    expect(await save(create())).toEqual([{ kind: 'unknown' }]);
  });

  it('says that nothing is known when the users can’t be listed afterwards', async () => {
    const { recorded, save, create } = await openMbs();
    recorded.replace(CREATE, () => {
      recorded.replace(/GET \/api\/Users/, json({ Message: 'Busy' }, 503));
      return 'reset';
    });
    expect(await save(create())).toEqual([{ kind: 'unknown' }]);
  });

  it('does not say whose the login is when the users can’t be listed afterwards', async () => {
    const { recorded, save, create } = await openMbs();
    recorded.replace(CREATE, () => {
      recorded.replace(/GET \/api\/Users/, json({ Message: 'Busy' }, 503));
      return json('Email already exist.');
    });
    expect(await save(create())).toMatchObject([{ kind: 'rejected', code: 'console_unavailable' }]);
  });

  it('tells a login of another provider from one that was made here meanwhile', async () => {
    const { recorded, save, create } = await openMbs();
    recorded.theirs.users.push({ ID: 'theirs', Email: 'Theirs@engines.example' });
    recorded.replace(CREATE, ({ body }) => {
      if (body?.['Email'] === 'ours@engines.example') recorded.ours.users.push({ ...body, ID: 'ours' });
      return null;
    });
    expect(await save(create({ email: 'theirs@engines.example' }), create({ email: 'ours@engines.example' }))).toEqual([
      { kind: 'rejected', code: 'email_taken_elsewhere', quote: null },
      { kind: 'rejected', code: 'user_changed_meanwhile', quote: null },
    ]);
  });

  it('lists the users once for all whose answers were unclear, and not at all when none was', async () => {
    const { recorded, save, create } = await openMbs();
    await save(create({ email: 'first@engines.example' }));
    expect(recorded.callsOf('GET Users')).toHaveLength(1);
    recorded.replaceAnswer(CREATE, 'reset', 2);
    await save(...['a', 'b', 'c'].map((name) => create({ email: `${name}@engines.example` })));
    expect(recorded.callsOf('GET Users')).toHaveLength(3);
  });

  it('makes nothing when the users, destinations or companies can’t be read first', async () => {
    for (const path of ['Users', 'Destinations', 'Accounts', 'Packages', 'Companies']) {
      const { recorded, save, create } = await openMbs();
      recorded.replace(new RegExp(`GET /api/${path}`), PAGE);
      expect(await save(create(), create({ email: 'b' }))).toEqual([
        { kind: 'rejected', code: 'console_unavailable', quote: null },
        { kind: 'rejected', code: 'console_unavailable', quote: null },
      ]);
      expect(recorded.calls.filter((call) => call === 'POST Users' || call === 'POST Companies')).toEqual([]);
    }
  });

  it.each<[string, Reply]>([
    ['in a sentence', json(' The  name is\nnot allowed. ')],
    ['in a message', json({ Message: 'The name is not allowed.' }, 400)],
    ['in a message with a small letter', json({ message: 'The name is not allowed.' }, 400)],
    ['in a message with 200', json({ Message: 'The name is not allowed.' })],
  ])('quotes what MBS says %s, and goes on with the others', async (_, reply) => {
    const { recorded, save, create } = await openMbs();
    recorded.replace(CREATE, ({ body }) => (body?.['Email'] === 'a@engines.example' ? reply : null));
    expect(await save(create({ email: 'a@engines.example' }), create({ email: 'b@engines.example' }))).toEqual([
      { kind: 'rejected', code: 'console_refused', quote: 'The name is not allowed.' },
      CREATED,
    ]);
  });

  it.each([
    ['a sentence', (words: string) => json(words)],
    ['a message', (words: string) => json({ Message: words }, 400)],
    ['a message with 200', (words: string) => json({ Message: words })],
  ])('repeats no words of %s that hold the password', async (_, replyOf) => {
    const { recorded, save, create } = await openMbs();
    recorded.replace(CREATE, ({ body }) => replyOf(`The password ${String(body?.['Password'])} is too weak.`));
    expect(await save(create())).toEqual([
      { kind: 'rejected', code: 'console_refused', quote: 'Its words are not repeated here.' },
    ]);
  });

  it('asks for no user who is there already, also by a login in capitals', async () => {
    const { recorded, save, saved, create } = await openMbs();
    const { email } = await saved();
    expect(await save(create({ email: email.toUpperCase() }))).toMatchObject([{ code: 'user_changed_meanwhile' }]);
    expect(recorded.callsOf('POST Users')).toHaveLength(1);
  });

  it('never asks for no package instead of one whose id is no number', async () => {
    const { recorded, save, create } = await openMbs();
    recorded.ours.addPackage({ ID: 'gold' });
    await save(create({ packageId: packageId('gold') }));
    const [call] = recorded.callsOf('POST Users');
    expect(call?.body?.['DestinationList']).toMatchObject([{ PackageID: 'gold' }]);
  });

  it('quotes nothing that no store keeps, and no half of a sign where it cuts', async () => {
    const { recorded, save, create } = await openMbs();
    recorded.replace(CREATE, json(`\0\ud83e${'x'.repeat(297)}🦊`));
    expect(await save(create())).toMatchObject([{ code: 'console_refused', quote: 'x'.repeat(297) }]);
  });

  it('takes no login for taken because something else exists already', async () => {
    const { recorded, save, create } = await openMbs();
    recorded.replace(CREATE, json('Destination already exist.'));
    expect(await save(create())).toMatchObject([{ code: 'console_refused', quote: 'Destination already exist.' }]);
  });

  it('quotes nothing when MBS says nothing', async () => {
    const { recorded, save, create } = await openMbs();
    recorded.replace(CREATE, { status: 404, type: 'text/html', text: '<html>' });
    expect(await save(create())).toEqual([{ kind: 'rejected', code: 'console_refused', quote: null }]);
  });

  it('refuses a disabled package and what is gone, and asks MBS for the others', async () => {
    const { recorded, save, create } = await openMbs();
    const disabled = packageId(recorded.ours.addPackage({ Enabled: false }));
    const results = await save(
      create({ email: 'a', packageId: disabled }),
      create({ email: 'b', packageId: packageId('1') }),
      create({ email: 'c', destinationId: destinationId('gone') }),
      create({ email: 'd' }),
    );
    expect(results).toMatchObject([
      { code: 'package_disabled' },
      { code: 'package_gone' },
      { code: 'destination_gone' },
      { kind: 'created' },
    ]);
    expect(recorded.callsOf('POST Users')).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { destinationId, packageId } from '../../../core/domain/ids.ts';
import { openMbs } from './opened-mbs.ts';
import { json, PAGE, type Reply } from './recorded-mbs.ts';

const EMAIL = 'ada@engines.example';
const CHANGE = /PUT \/api\/Users/;
const LOST: [string, Reply][] = [
  ['a cut connection', 'reset'],
  ['a server error', json({ Message: 'An error has occurred.' }, 500)],
  ['a web page', PAGE],
];
const NO_ROW: [string, Reply][] = [
  ['a web page', PAGE],
  ['an error in a 200', json({ Message: 'An error has occurred.' })],
  ['a row without an id', json({ ID: null, Email: EMAIL })],
  ['nothing', { text: '' }],
  ['a row that is called a web page', { type: 'text/html', text: JSON.stringify({ ID: '1', Email: EMAIL }) }],
  ['a row of over a megabyte', json({ ID: '1', Email: EMAIL, Notes: 'x'.repeat(1024 * 1024) })],
];

describe('updating users over the MBS API', () => {
  it('sends back everything that it does not change, and no password', async () => {
    const { recorded, save, saved, update } = await openMbs();
    const user = await saved();
    Object.assign(recorded.ours.user(EMAIL), { NotificationEmails: ['boss@engines.example'], LicenseManagmentMode: 0 });
    expect(await save(update(user, { lastName: 'King' }))).toEqual([{ kind: 'updated', userId: user.id }]);
    expect(recorded.callsOf('PUT Users').map(({ body }) => body)).toEqual([
      {
        ID: user.id,
        Email: EMAIL,
        NotificationEmails: ['boss@engines.example'],
        Enabled: true,
        LicenseManagmentMode: 0,
        FirstName: 'Ada',
        LastName: 'King',
        Company: 'Analytical Engines',
      },
    ]);
  });

  it('spells the licence mode as it was spelt, and leaves the company alone when there is no account', async () => {
    const { recorded, save, saved, update } = await openMbs();
    const user = await saved();
    const row = recorded.ours.user(EMAIL);
    delete row['LicenseManagmentMode'];
    row['LicenseManagementMode'] = 1;
    await save(update(user, { lastName: 'King', company: '' }));
    expect(recorded.callsOf('PUT Users')[0]?.body).toMatchObject({
      LicenseManagementMode: 1,
      Company: 'Analytical Engines',
    });
  });

  it('changes no name by a call when only the package is another one', async () => {
    const { recorded, save, saved, update } = await openMbs();
    const user = await saved();
    const larger = packageId(recorded.ours.addPackage());
    expect(await save(update(user, { packageId: larger }))).toEqual([{ kind: 'updated', userId: user.id }]);
    const [assigned] = recorded.ours.user(EMAIL)['DestinationList'] as { ID: string; AccountID: string }[];
    expect(recorded.callsOf('PUT Destinations').map(({ body }) => body)).toEqual([
      {
        ID: assigned?.ID,
        UserID: user.id,
        AccountID: assigned?.AccountID,
        Destination: 'backups',
        PackageID: Number(larger),
      },
    ]);
    expect(recorded.calls).not.toContain('PUT Users');
  });

  it('adds a destination and names the storage account and the destination, whatever characters they have', async () => {
    const { recorded, save, saved, update } = await openMbs();
    const user = await saved();
    const added = recorded.ours.addDestination({ name: 'a/b %2F 備份' });
    const id = destinationId(`${String(added['AccountID'])}/${encodeURIComponent('a/b %2F 備份')}`);
    expect(await save(update(user, { destinationId: id }))).toEqual([{ kind: 'updated', userId: user.id }]);
    expect(recorded.callsOf('POST Destinations')[0]?.body).toMatchObject({
      UserID: user.id,
      AccountID: added['AccountID'],
      Destination: 'a/b %2F 備份',
    });
  });

  it('leaves alone what the user has, also when it can’t be assigned any more', async () => {
    const { recorded, save, saved, update } = await openMbs();
    const user = await saved();
    Object.assign(recorded.ours.packages[0]!, { Enabled: false });
    recorded.ours.destinations.length = 0;
    expect(await save(update(user, { lastName: 'King' }))).toEqual([{ kind: 'updated', userId: user.id }]);
    expect(recorded.calls.filter((call) => call.endsWith('T Destinations') && !call.startsWith('GET'))).toEqual([]);
  });

  it.each(LOST)('finds the change that was made though the answer was %s', async (_, reply) => {
    const { recorded, save, saved, update } = await openMbs();
    const user = await saved();
    recorded.replaceAnswer(CHANGE, reply);
    expect(await save(update(user, { lastName: 'King' }))).toEqual([{ kind: 'updated', userId: user.id }]);
    expect(recorded.callsOf('PUT Users')).toHaveLength(1);
  });

  it.each(LOST)('says that nothing is known when the answer was %s and nothing has changed', async (_, reply) => {
    const { recorded, save, saved, update } = await openMbs();
    const user = await saved();
    recorded.replace(CHANGE, reply);
    expect(await save(update(user, { lastName: 'King' }))).toEqual([{ kind: 'unknown' }]);
    expect(recorded.callsOf('PUT Users')).toHaveLength(1);
  });

  it('believes the user more than the words', async () => {
    const { recorded, save, saved, update } = await openMbs();
    const user = await saved();
    recorded.replaceAnswer(CHANGE, json('User was changed.'), 1);
    expect(await save(update(user, { lastName: 'King' }))).toMatchObject([{ kind: 'updated' }]);
  });

  it.each([200, 400])('quotes a refusal with %i, and makes no further call for that user', async (status) => {
    const { recorded, save, saved, update } = await openMbs();
    const user = await saved();
    const larger = packageId(recorded.ours.addPackage());
    recorded.replace(/PUT \/api\/Destinations/, json({ Message: 'The limit is too high.' }, status));
    expect(await save(update(user, { lastName: 'King', packageId: larger }))).toEqual([
      { kind: 'rejected', code: 'console_refused', quote: 'The limit is too high.' },
    ]);
    expect(recorded.calls).not.toContain('PUT Users');
  });

  it.each(NO_ROW)('changes nothing, and says that MBS is away, when %s answers the look before', async (_, reply) => {
    const { recorded, save, saved, update } = await openMbs();
    const user = await saved();
    recorded.replace(/GET \/api\/Users\/./, reply);
    expect(await save(update(user, { lastName: 'King' }))).toMatchObject([{ code: 'console_unavailable' }]);
    expect(recorded.calls).not.toContain('PUT Users');
  });

  it.each(NO_ROW)('says that nothing is known when %s answers the look after', async (_, reply) => {
    const { recorded, save, saved, update } = await openMbs();
    const user = await saved();
    recorded.replace(CHANGE, () => {
      recorded.replace(/GET \/api\/Users\/./, reply);
      return 'reset';
    });
    expect(await save(update(user, { lastName: 'King' }))).toEqual([{ kind: 'unknown' }]);
  });

  it('takes an id that MBS calls malformed for a user who is gone', async () => {
    const { recorded, save, saved, update } = await openMbs();
    const user = await saved();
    recorded.replace(/GET \/api\/Users\/./, json({ Message: 'The request is invalid.' }, 400));
    expect(await save(update(user))).toMatchObject([{ code: 'user_changed_meanwhile' }]);
  });

  it('writes nothing when nothing differs', async () => {
    const { recorded, save, saved, update } = await openMbs();
    const user = await saved();
    const writes = () => recorded.calls.filter((call) => !call.startsWith('GET'));
    const before = writes();
    expect(await save(update(user))).toEqual([{ kind: 'updated', userId: user.id }]);
    expect(writes()).toEqual(before);
  });
});

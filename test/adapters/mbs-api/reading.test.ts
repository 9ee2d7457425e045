import { describe, expect, it } from 'vitest';
import { tenantId, userId } from '../../../core/domain/ids.ts';
import { collect } from '../../contract/user-repository-trial.ts';
import { NEVER, OURS, openMbs, rejectionOf } from './opened-mbs.ts';
import { json } from './recorded-mbs.ts';

const EMAIL = 'ada@engines.example';

describe('reading users over the MBS API', () => {
  it('shares one list for a minute, however many look and at the same time', async () => {
    const { recorded, found, clock } = await openMbs();
    await Promise.all([found(EMAIL), found('b'), found('c')]);
    await clock.advance(59_999);
    await found(EMAIL);
    expect(recorded.callsOf('GET Users')).toHaveLength(1);
    await clock.advance(1);
    await found(EMAIL);
    expect(recorded.callsOf('GET Users')).toHaveLength(2);
  });

  it('shares no list from a time that the clock has gone back behind', async () => {
    const { recorded, found, clock } = await openMbs();
    await found(EMAIL);
    await clock.advance(-1);
    await found(EMAIL);
    expect(recorded.callsOf('GET Users')).toHaveLength(2);
  });

  it('asks anew for who may not be shown what was so before a moment', async () => {
    const { recorded, mbs, clock, saved } = await openMbs();
    const { email } = await saved();
    await clock.advance(10);
    const notBefore = clock.now();
    recorded.replace(/Users/, json([]));
    expect(await mbs.users.findByEmails(OURS, [email])).toHaveLength(1);
    expect(await mbs.users.findByEmails(OURS, [email], { notBefore })).toEqual([]);
  });

  it('asks anew when the list is of the very millisecond', async () => {
    const { recorded, mbs, clock, found } = await openMbs();
    await found(EMAIL);
    await mbs.users.findByEmails(OURS, [EMAIL], { notBefore: clock.now() });
    expect(recorded.callsOf('GET Users')).toHaveLength(2);
  });

  it('keeps no list that could not be read', async () => {
    const { recorded, found } = await openMbs();
    recorded.replace(/Users/, json(null));
    await rejectionOf(found(EMAIL));
    recorded.mend();
    expect(await found(EMAIL)).toBeUndefined();
  });

  it('reads back what was saved, though somebody looked just before', async () => {
    const { found, save, create } = await openMbs();
    expect(await found(EMAIL)).toBeUndefined();
    await save(create());
    expect(await found(EMAIL)).toMatchObject({ email: EMAIL });
  });

  it('shows nobody a list that was asked for before a save had ended', async () => {
    const { recorded, found, save, create } = await openMbs();
    recorded.replace(/POST \/api\/Users/, () => {
      void found(EMAIL);
      return null;
    });
    await save(create());
    expect(await found(EMAIL)).toMatchObject({ email: EMAIL });
  });

  it('looks for ids in a list of now, which those who look for emails share', async () => {
    const { recorded, mbs, saved, found } = await openMbs();
    const user = await saved();
    Object.assign(recorded.ours.user(EMAIL), { LastName: 'King' });
    expect(await mbs.users.findByIds(OURS, [user.id, userId('gone')])).toEqual([{ ...user, lastName: 'King' }]);
    expect(await found(EMAIL)).toMatchObject({ lastName: 'King' });
  });

  it('yields users while the list is still arriving, and lets go of it when nobody wants more', async () => {
    const { recorded, mbs } = await openMbs();
    const row = (index: number) => ({ ID: `id-${index}`, Email: `person-${index}@engines.example` });
    recorded.replace(/Users/, { type: 'application/json', text: '[' });
    await rejectionOf(collect(mbs.users.all(OURS, NEVER)));
    recorded.mend();
    recorded.ours.users.push(...Array.from({ length: 5000 }, (_, index) => row(index)));
    const batches = await collect(mbs.users.all(OURS, NEVER));
    expect(batches.flat()).toHaveLength(5000);
    expect(Math.max(...batches.map((batch) => batch.length))).toBeLessThan(2500);
    for (let times = 0; times < 5; times += 1) {
      for await (const batch of mbs.users.all(OURS, NEVER)) {
        expect(batch.length).toBeGreaterThan(0);
        break;
      }
    }
    expect(await mbs.packages.list(OURS)).toHaveLength(1);
  });

  it('ends the answer when nobody wants more than its first users', async () => {
    const { recorded, mbs } = await openMbs();
    recorded.replace(/Users/, 'unfinished list');
    for await (const batch of mbs.users.all(OURS, NEVER)) {
      expect(batch).toHaveLength(1);
      break;
    }
    await recorded.until(() => recorded.inFlight === 0);
  });

  it('yields no shorter list when the connection breaks', async () => {
    const { recorded, mbs } = await openMbs();
    recorded.replace(/Users/, 'broken off');
    expect(await rejectionOf(collect(mbs.users.all(OURS, NEVER)))).toMatchObject({ code: 'console_unavailable' });
  });

  it('understands every spelling', async () => {
    const { recorded, mbs } = await openMbs();
    recorded.ours.users.push(
      {
        Id: 7,
        EMAIL,
        firstName: 'Ada\0',
        LastName: null,
        Enabled: 'true',
        destinationList: [
          { id: 'x', accountId: 'A', destination: 'b', packageID: '5' },
          { AccountID: 'A', Destination: 'a', PackageID: 0 },
        ],
      },
      { ID: 'bare', Email: 'bare@engines.example', Enabled: 0, DestinationList: null },
      { ID: 'nameless' },
    );
    expect(await mbs.users.findByEmails(OURS, [EMAIL, 'bare@engines.example', ''])).toEqual([
      {
        id: '7',
        email: EMAIL,
        firstName: 'Ada',
        lastName: '',
        company: '',
        isEnabled: true,
        destinations: [
          { destinationId: 'A/a', packageId: null },
          { destinationId: 'A/b', packageId: '5' },
        ],
      },
      expect.objectContaining({ id: 'bare', isEnabled: false, destinations: [] }),
    ]);
  });

  it('reads on over a destination of a user that names no storage account', async () => {
    const { recorded, mbs } = await openMbs();
    const row = {
      ID: '1',
      Email: EMAIL,
      DestinationList: [{ ID: 'x', AccountID: null, Destination: 'b', PackageID: 5 }],
    };
    recorded.ours.users.push(row, { ID: '2', Email: 'b@engines.example' });
    const found = await mbs.users.findByEmails(OURS, [EMAIL, 'b@engines.example']);
    expect(found.map(({ destinations }) => destinations.length)).toEqual([1, 0]);
  });

  it('knows an id again that is spelt in capitals elsewhere', async () => {
    const { recorded, mbs, save, create, update } = await openMbs();
    const ID = '6970973D-E245-4BBF-A766-DC65A96549C9';
    recorded.replace(/POST \/api\/Users/, ({ body }) => {
      const [assigned] = body?.['DestinationList'] as { AccountID: string }[];
      const list = [{ ...assigned, AccountID: assigned!.AccountID.toUpperCase() }];
      recorded.ours.users.push({ ...body, ID, DestinationList: list });
      return json(ID.toLowerCase());
    });
    const [made] = await save(create());
    const [user] = await mbs.users.findByIds(OURS, [userId(ID.toLowerCase())]);
    expect(made).toEqual({ kind: 'created', userId: user?.id });
    recorded.replace(/Users\/./, () => json(recorded.ours.user(EMAIL)));
    expect(await save(update(user!))).toEqual([{ kind: 'updated', userId: user?.id }]);
    expect(recorded.calls.filter((call) => call.startsWith('PUT'))).toEqual([]);
  });

  it('has nothing for another provider', async () => {
    const { recorded, mbs, create } = await openMbs();
    const other = tenantId('provider-2');
    const asked = [
      mbs.users.findByEmails(other, [EMAIL]),
      mbs.users.findByIds(other, []),
      collect(mbs.users.all(other, NEVER)),
      mbs.users.saveMany(other, [create()], { sendInstructions: false }),
      mbs.packages.list(other),
      mbs.storageDestinations.list(other),
    ];
    for (const work of asked) expect(await rejectionOf(work)).toMatchObject({ code: 'console_unavailable' });
    expect(recorded.calls).toEqual([]);
  });
});

describe('reading what can be assigned over the MBS API', () => {
  it('lives with unknown storage types and says so in the log', async () => {
    const { recorded, mbs, log } = await openMbs();
    recorded.ours.destinations.length = 0;
    for (const type of ['AzureVM', 21, '2', 'Quantum', null]) {
      recorded.ours.addDestination({ account: ` ${String(type)} `, type });
    }
    const listed = await mbs.storageDestinations.list(OURS);
    expect(Object.fromEntries(listed.map(({ storageAccount, kind }) => [storageAccount, kind]))).toEqual({
      AzureVM: 'container',
      21: 'root_folder',
      2: 'container',
      Quantum: 'bucket',
      null: 'bucket',
    });
    expect(log.lines).toEqual([expect.objectContaining({ level: 'warn', fields: { unknown: ['Quantum', ''] } })]);
  });

  it('offers a destination once, also when its storage account is not shown', async () => {
    const { recorded, mbs } = await openMbs();
    recorded.ours.destinations.push({ ...recorded.ours.destinations[0] });
    recorded.ours.accounts.length = 0;
    expect(await mbs.storageDestinations.list(OURS)).toMatchObject([{ name: 'backups', kind: 'bucket' }]);
  });

  it('takes a negative limit for none, and a package that does not say for enabled', async () => {
    const { recorded, mbs } = await openMbs();
    recorded.ours.packages.length = 0;
    recorded.ours.packages.push(
      { Id: ' 1 ', Name: ' No limit ', StorageLimit: -1, Enabled: null },
      { ID: 2, Name: 'B', StorageLimit: '0.5', Enabled: 'False' },
    );
    expect(await mbs.packages.list(OURS)).toEqual([
      { id: '2', name: 'B', storageLimitGb: 0.5, enabled: false },
      { id: '1', name: 'No limit', storageLimitGb: null, enabled: true },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { assignment, client, newUser } from './mbs-client.ts';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

describe('practice MBS: creating a user', () => {
  it('answers the id as a JSON string and keeps all that was sent, with its destination', async () => {
    const { server, mbs } = await client();
    const given = assignment(server);
    const id = await mbs.create({
      FirstName: 'Ann',
      LastName: 'Lee',
      Company: 'contoso',
      NotificationEmails: ['ann@home.example'],
      LicenseManagmentMode: 2,
      DestinationList: [given],
    });
    expect(id).toMatch(UUID);
    expect(await mbs.user(id)).toEqual({
      ID: id,
      Email: 'ann.lee@contoso.example',
      FirstName: 'Ann',
      LastName: 'Lee',
      NotificationEmails: ['ann@home.example'],
      Company: 'Contoso ',
      Enabled: true,
      LicenseManagmentMode: 2,
      DestinationList: [
        {
          ID: expect.stringMatching(UUID) as string,
          CurrentVolume: 0,
          AccountDisplayName: 'Corp S3',
          DestinationDisplayName: 'Corp S3',
          ...given,
        },
      ],
      SpaceUsed: 0,
    });
  });

  it('refuses a login that is taken, in whatever letter case, with a sentence in a 200', async () => {
    const { server, mbs } = await client();
    await mbs.create();
    const again = await mbs.call<string>('POST Users', newUser({ Email: ' ANN.LEE@contoso.example ' }));
    expect(again).toMatchObject({ status: 200, json: 'Email already exist.' });
    server.control.setSwitches({ loginCase: 'kept' });
    expect(await mbs.create({ Email: 'Ann.Lee@contoso.example' })).toMatch(UUID);
    expect(await mbs.create()).toBe('Email already exist.');
  });

  it('refuses a login of another provider, whom no list shows', async () => {
    const { server, mbs } = await client();
    server.control.takeElsewhere('Ann.Lee@contoso.example');
    expect(await mbs.create()).toBe('Email already exist.');
    expect(await mbs.users()).toEqual([]);
  });

  it('takes any login, "true" as a flag, and names in any letter case', async () => {
    const { mbs } = await client();
    const answer = await mbs.call<string>('POST Users', { email: 'TestUser', ENABLED: 'true', password: 'secret' });
    expect(await mbs.user(answer.json)).toMatchObject({ Email: 'TestUser', Enabled: true, DestinationList: [] });
  });

  it.each([
    ['no login', { Email: ' ' }],
    ['no flag', { Enabled: undefined }],
    ['a short password', { Password: '12345' }],
    ['a long password', { Password: 'x'.repeat(101) }],
    ['no password', { Password: undefined }],
  ])('refuses %s as a bad request, or in a 200', async (_what, values) => {
    const { server, mbs } = await client();
    expect((await mbs.call('POST Users', newUser(values))).status).toBe(400);
    server.control.setSwitches({ refusals: 'said_in_200' });
    expect(await mbs.create(values)).toBe('The request is invalid.');
    expect(server.control.users()).toEqual([]);
  });

  it('has three ways with a company that does not exist', async () => {
    const { server, mbs } = await client();
    const companyOf = async (Email: string) => (await mbs.user(await mbs.create({ Email, Company: 'New' }))).Company;
    expect(await companyOf('one@x.example')).toBe('');
    server.control.setSwitches({ defaultCompany: 'Internal IT' });
    expect(await companyOf('two@x.example')).toBe('Internal IT');
    server.control.setSwitches({ unknownCompany: 'refused' });
    expect(await mbs.create({ Email: 'three@x.example', Company: 'New' })).toBe('Company not found.');
    server.control.setSwitches({ unknownCompany: 'created' });
    expect(await companyOf('four@x.example')).toBe('New');
    expect(server.control.companies().map(({ name }) => name)).toContain('New');
  });

  it.each([
    ['an unknown destination', { Destination: 'nowhere' }, 'Destination not found.'],
    ['an unknown account', { AccountID: 'x' }, 'Destination not found.'],
    ['an unknown package', { PackageID: 1 }, 'Package not found.'],
  ])('refuses %s and creates nobody, or drops it without a word', async (_what, values, sentence) => {
    const { server, mbs } = await client();
    const DestinationList = [{ ...assignment(server), ...values }];
    expect(await mbs.create({ DestinationList })).toBe(sentence);
    expect(server.control.users()).toEqual([]);
    server.control.setSwitches({ badAssignment: 'dropped' });
    expect((await mbs.user(await mbs.create({ DestinationList }))).DestinationList).toEqual([]);
  });

  it('refuses a disabled package, or takes it', async () => {
    const { server, mbs } = await client();
    const given = assignment(server);
    server.control.changePackage(given.PackageID, { isEnabled: false });
    expect(await mbs.create({ DestinationList: [given] })).toBe('Package is disabled.');
    server.control.setSwitches({ disabledPackage: 'accepted' });
    expect(await mbs.create({ DestinationList: [given] })).toMatch(UUID);
  });

  it('mails instructions only when asked, to the notification addresses', async () => {
    const { server, mbs } = await client();
    await mbs.create({ NotificationEmails: ['ann@home.example'] });
    expect(server.control.mails()).toEqual([]);
    await mbs.create({ Email: 'bob', NotificationEmails: ['bob@home.example'], SendEmailInstruction: true });
    expect(server.control.mails()).toEqual([{ login: 'bob', to: ['bob@home.example'] }]);
  });
});

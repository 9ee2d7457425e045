import { describe, expect, it } from 'vitest';
import { client } from './mbs-client.ts';

interface WireAccount {
  readonly AccountID: string;
  readonly DateCreated: string;
  readonly DisplayName: string;
  readonly StorageType: string;
  readonly Destinations: readonly { DestinationID: string; AccountID: string; Destination: string }[];
}

describe('practice MBS: storage accounts', () => {
  it('has several types, untrimmed names, dates without a zone, and AzureVM for Azure', async () => {
    const { server, mbs } = await client();
    const accounts = (await mbs.call<WireAccount[]>('GET Accounts')).json;
    expect(accounts.map(({ StorageType }) => StorageType)).toEqual(['AmazonS3', 'AzureVM', 'Wasabi', 'FS']);
    expect(accounts[1]?.DisplayName).toBe('Azure ');
    for (const { DateCreated } of accounts) expect(DateCreated).toMatch(/^2017-01-\d\dT14:34:23\.427$/);
    expect(accounts[0]?.Destinations[0]).toMatchObject({ AccountID: accounts[0]?.AccountID });
    server.control.setSwitches({ azureSpelling: 'Azure' });
    const azure = await mbs.call<WireAccount>(`GET Accounts/${accounts[1]!.AccountID}`);
    expect(azure.json.StorageType).toBe('Azure');
    expect((await mbs.call('GET Accounts/6970973d-e245-4bbf-a766-dc65a96549c9')).text).toBe('null');
  });

  it('shows a type that nobody knows as it is', async () => {
    const { server, mbs } = await client();
    const id = server.control.addAccount({ displayName: 'New', type: 'Tape', destinations: ['reel'] });
    expect((await mbs.call(`GET Accounts/${id}`)).json).toMatchObject({
      StorageType: 'Tape',
      Destinations: [{ Destination: 'reel' }],
    });
  });

  it('adds, renames and removes destinations, but leaves a file share its only one', async () => {
    const { server, mbs } = await client();
    const [s3, , , share] = server.control.accounts();
    const AccountID = s3!.id;
    const added = await mbs.call<string>('POST Accounts/AddDestination', { AccountID, Destination: 'one' });
    await mbs.call('POST Accounts/CreateDestination', { AccountID, BucketName: 'two' });
    expect((await mbs.call('POST Accounts/AddDestination', { AccountID, Destination: 'one' })).status).toBe(400);
    const shown = { AccountID, DestinationID: added.json, DestinationDisplayName: 'Number one' };
    await mbs.call('PUT Accounts/EditDestination', shown);
    const names = () => server.control.accounts()[0]!.destinations.map(({ name, displayName }) => [name, displayName]);
    expect(names().slice(3)).toEqual([
      ['one', 'Number one'],
      ['two', 'two'],
    ]);
    await mbs.call('PUT Accounts/RemoveDestination', { AccountID, DestinationID: added.json });
    expect(names().slice(3)).toEqual([['two', 'two']]);
    const second = { AccountID: share!.id, Destination: 'second' };
    expect((await mbs.call('POST Accounts/AddDestination', second)).status).toBe(400);
    const only = { AccountID: share!.id, DestinationID: share!.destinations[0]!.id };
    expect((await mbs.call('PUT Accounts/RemoveDestination', only)).status).toBe(400);
    expect(() => server.control.addAccount({ displayName: 'Share', type: 'FS' })).toThrow('exactly one');
  });
});

describe('practice MBS: packages', () => {
  it('counts in GB, with ids that are numbers', async () => {
    const { mbs } = await client();
    const packages = (await mbs.call<{ ID: number }[]>('GET Packages')).json;
    expect(packages[0]).toEqual({
      ID: 20_988,
      Cost: 0,
      Description: '',
      Enabled: true,
      Name: '10 gigs',
      StorageLimit: 10,
      isGlacierRestoreLimit: false,
      RestoreLimit: -1,
      GlacierRestoreType: 0,
      UseRestoreLimit: false,
    });
    expect(packages.at(-1)).toMatchObject({ StorageLimit: 0.5, Enabled: false });
  });

  it('changes one as it is sent, and blanks what is left out', async () => {
    const { server, mbs } = await client();
    const priced = (await mbs.call<Record<string, unknown>[]>('GET Packages')).json.find(({ Cost }) => Cost !== 0)!;
    const path = `GET Packages/${String(priced['ID'])}`;
    const present = async () => (await mbs.call<Record<string, unknown>>(path)).json;
    for (const Enabled of [false, true]) {
      await mbs.call('PUT Packages', { ...priced, Enabled });
      expect(await present()).toEqual({ ...priced, Enabled });
    }
    const { ID, Name } = priced;
    await mbs.call('PUT Packages', { ID, Name, Enabled: true });
    expect(await present()).toMatchObject({ ID, Name, Cost: 0, Description: '', UseRestoreLimit: false });
    server.control.setSwitches({ refusals: 'said_in_200' });
    const unknown = await mbs.call('PUT Packages', { ...priced, ID: 1 });
    expect(unknown).toMatchObject({ status: 200, json: 'Package not found.' });
  });

  it('creates, changes and deletes them', async () => {
    const { server, mbs } = await client();
    const made = { Name: 'Mine', StorageLimit: 2.5, UseRestoreLimit: true, RestoreLimit: 1 };
    const { json: ID } = await mbs.call<number>('POST Packages', made);
    expect((await mbs.call(`GET Packages/${String(ID)}`)).json).toMatchObject({ ID, Enabled: true, ...made });
    expect((await mbs.call('PUT Packages', { ID, Name: 'Mine', StorageLimit: 3 })).status).toBe(400);
    await mbs.call('PUT Packages', { ID, Name: 'Mine', StorageLimit: 3, Enabled: false });
    expect(server.control.packages().at(-1)).toMatchObject({ storageLimitGb: 3, isEnabled: false });
    await mbs.call(`DELETE Packages/${String(ID)}`);
    expect((await mbs.call(`GET Packages/${String(ID)}`)).text).toBe('null');
    expect((await mbs.call(`DELETE Packages/${String(ID)}`)).status).toBe(400);
    expect((await mbs.call('POST Packages', { Name: ' ' })).status).toBe(400);
  });
});

describe('practice MBS: companies', () => {
  it('has `Id` as their id and bytes as their unit', async () => {
    const { mbs } = await client();
    const companies = (await mbs.call<{ Id: string; Name: string; StorageLimit: number }[]>('GET Companies')).json;
    expect(companies.map(({ Name }) => Name)).toContain('Contoso ');
    for (const { StorageLimit } of companies) expect([-1, 107_374_182_400]).toContain(StorageLimit);
    expect((await mbs.call(`GET Companies/${companies[0]!.Id}`)).json).toEqual(companies[0]);
  });

  it('creates one and answers its id, but not twice and not without the right', async () => {
    const { server, mbs } = await client();
    const { json: Id } = await mbs.call<string>('POST Companies', { Name: 'Fresh' });
    expect((await mbs.call(`GET Companies/${Id}`)).json).toMatchObject({ Id, Name: 'Fresh', LicenseSettings: 1 });
    expect((await mbs.call('POST Companies', { Name: ' fresh' })).status).toBe(400);
    server.control.setSwitches({ sameCompanyName: 'created' });
    expect((await mbs.call('POST Companies', { Name: 'Fresh' })).status).toBe(200);
    server.control.setSwitches({ companyCreation: 'refused' });
    expect((await mbs.call('POST Companies', { Name: 'Other' })).json.Message).toMatch(/permission/);
    expect(server.control.companies().map(({ name }) => name)).not.toContain('Other');
  });

  it('takes its users along when it is renamed, and leaves them without one when it is deleted', async () => {
    const { server, mbs } = await client();
    const user = await mbs.create({ Company: 'Internal IT' });
    const Id = server.control.companies().find(({ name }) => name === 'Internal IT')!.id;
    await mbs.call('PUT Companies', { Id, Name: 'Our own IT' });
    expect((await mbs.user(user)).Company).toBe('Our own IT');
    expect((await mbs.call('PUT Companies', { Id, Name: 'contoso' })).status).toBe(400);
    await mbs.call(`DELETE Companies/${Id}`);
    expect((await mbs.user(user)).Company).toBe('');
    const gone = await mbs.call(`DELETE Companies/${Id}`);
    expect(gone).toMatchObject({ status: 400, json: { Message: 'Company not found.' } });
  });
});

import { describe, expect, it } from 'vitest';
import { assignment, client, type WireGiven } from './mbs-client.ts';

async function withUser(DestinationList: (given: ReturnType<typeof assignment>) => object[] = (given) => [given]) {
  const { server, mbs } = await client();
  const UserID = await mbs.create({ DestinationList: DestinationList(assignment(server)) });
  const given = async () => (await mbs.user(UserID)).DestinationList;
  return { server, mbs, UserID, given };
}

describe('practice MBS: destinations of users', () => {
  it('lists all that can be given, each named by its account and its own name', async () => {
    const { server, mbs } = await client();
    const { json } = await mbs.call<object[]>('GET Destinations');
    const count = server.control.accounts().flatMap(({ destinations }) => destinations).length;
    expect(json).toHaveLength(count);
    expect(Object.keys(json[0]!)).toEqual(['AccountID', 'AccountDisplayName', 'Destination', 'DestinationDisplayName']);
  });

  it("answers a user's own by the login in the path, and 406 for an unknown one", async () => {
    const { server, mbs } = await client();
    await mbs.create({ Email: 'a+b c@x.example', DestinationList: [assignment(server)] });
    const found = await mbs.call<WireGiven[]>(`GET Destinations/${encodeURIComponent('a+b c@x.example')}`);
    expect(found.json).toMatchObject([assignment(server)]);
    for (const login of ['nobody', '%E0']) expect((await mbs.call(`GET Destinations/${login}`)).status).toBe(406);
  });

  it('gives one more, once', async () => {
    const { server, mbs, UserID, given } = await withUser();
    const more = { UserID, ...assignment(server, 'FS') };
    const answer = await mbs.call<string>('POST Destinations', more);
    expect((await given())[1]).toMatchObject({ ID: answer.json, ...assignment(server, 'FS') });
    expect((await mbs.call('POST Destinations', more)).status).toBe(400);
    expect(await given()).toHaveLength(2);
  });

  it('answers nothing to a given one where it is so switched', async () => {
    const { server, mbs, UserID, given } = await withUser(() => []);
    server.control.setSwitches({ givenDestination: 'nothing' });
    expect((await mbs.call('POST Destinations', { UserID, ...assignment(server) })).status).toBe(204);
    expect(await given()).toHaveLength(1);
  });

  it('changes package and destination, but not the account', async () => {
    const { server, mbs, UserID, given } = await withUser();
    const [{ ID, AccountID, Destination } = {} as WireGiven] = await given();
    const PackageID = server.control.packages()[1]!.id;
    await mbs.call('PUT Destinations', { ID, UserID, AccountID, Destination: 'msp-us-east-2', PackageID });
    expect(await given()).toMatchObject([{ ID, Destination: 'msp-us-east-2', PackageID }]);
    const moved = { ID, UserID, ...assignment(server, 'Azure') };
    expect((await mbs.call('PUT Destinations', moved)).status).toBe(400);
    expect((await mbs.call('PUT Destinations', { ID, UserID, Destination: 'nowhere', PackageID })).status).toBe(400);
    expect((await mbs.call('PUT Destinations', { ID, UserID, Destination, PackageID: 1 })).status).toBe(400);
    expect(await given()).toMatchObject([{ Destination: 'msp-us-east-2', PackageID }]);
  });

  it('takes one away by its own id and the user', async () => {
    const { mbs, UserID, given } = await withUser();
    const [{ ID } = {} as WireGiven] = await given();
    expect((await mbs.call(`DELETE Destinations/${ID}`)).status).toBe(400);
    expect((await mbs.call(`DELETE Destinations/${ID}?userId=${UserID}`)).status).toBe(204);
    expect(await given()).toEqual([]);
    expect((await mbs.call(`DELETE Destinations/${ID}?userId=${UserID}`)).status).toBe(400);
  });

  it.each([
    ['null', null],
    ['zero', 0],
    ['stale', 'as it was'],
  ] as const)('shows %s for a package that was deleted', async (deletedPackageId, shown) => {
    const { server, mbs, given } = await withUser();
    server.control.setSwitches({ deletedPackageId });
    const { PackageID } = assignment(server);
    await mbs.call(`DELETE Packages/${String(PackageID)}`);
    expect((await given())[0]?.PackageID).toBe(shown === 'as it was' ? PackageID : shown);
  });
});

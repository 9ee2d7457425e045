import { describe, expect, it } from 'vitest';
import { LiveDesk } from './live-desk.ts';

/** The rows of an import by how they ended, apart from those that the practice data has no way to import. */
async function endsOf(desk: LiveDesk, run: Awaited<ReturnType<LiveDesk['importAll']>>) {
  const reasons = await desk.reasonsOf(run);
  return new Map(Object.entries(reasons).filter(([, reason]) => !/^(email_|account_|contact_)/.test(String(reason))));
}

describe('an import into live Managed Backup', { timeout: 60_000 }, () => {
  it('goes on when the token ends in the middle', async () => {
    const desk = await LiveDesk.open({});
    await desk.prepare();
    desk.mbs.control.whenCalled('POST Users', 3, () => desk.mbs.control.expireTokens());
    const run = await desk.importAll();
    expect(new Set((await endsOf(desk, run)).values())).toEqual(new Set(['created']));
    expect(desk.mbs.control.users()).toHaveLength(run.created);
  });

  it('looks up what a web page was answered for, and makes nobody twice', async () => {
    const desk = await LiveDesk.open({});
    await desk.prepare();
    desk.mbs.control.orderFault({ fault: 'html_after_effect', path: 'POST Users', times: 2 });
    desk.mbs.control.orderFault({ fault: 'html_200', path: 'POST Users', times: 2 });
    const run = await desk.importAll();
    const ends = [...(await endsOf(desk, run)).values()];
    expect(ends.filter((end) => end !== 'created')).toEqual(['outcome_unknown', 'outcome_unknown']);
    const again = await desk.importAll();
    expect(again).toMatchObject({ created: 2, unchanged: run.created });
    const logins = desk.mbs.control.users().map(({ login }) => login);
    expect(new Set(logins).size).toBe(logins.length);
  });

  it('takes destinations of a storage type that nobody knows, and the only one of a file share', async () => {
    const desk = await LiveDesk.open({});
    const unknown = { displayName: 'Odd cloud', type: 'HyperDrive9', destinations: ['odd'] };
    const accountId = desk.mbs.control.addAccount(unknown);
    const contacts = await desk.prepare();
    const share = desk.mbs.control.accounts().find(({ type }) => type === 'FS')!;
    const folder = share.destinations[0]!.name;
    const idOf = (account: string, name: string) => `${account}/${encodeURIComponent(name)}`;
    const [first, second] = contacts.filter(({ active, problem }) => active && problem === null);
    await desk.assign({ ids: [first!.id] }, { destinationId: idOf(accountId, 'odd') });
    await desk.assign({ ids: [second!.id] }, { destinationId: idOf(share.id, folder) });
    const run = await desk.importAll({ ids: [first!.id, second!.id] });
    expect(run).toMatchObject({ state: 'done', created: 2, failed: 0 });
    const given = desk.mbs.control.users().flatMap(({ destinations }) => destinations);
    expect(new Set(given.map(({ destination }) => destination))).toEqual(new Set(['odd', folder]));
  });

  it('fails the rows of a package that is disabled or gone, and imports the others', async () => {
    const desk = await LiveDesk.open({});
    const contacts = await desk.prepare();
    const [kept, disabled, removed] = desk.mbs.control.packages().filter(({ isEnabled }) => isEnabled);
    const [first, second, third] = contacts.filter(({ active, problem }) => active && problem === null);
    const selection = { ids: [first!.id, second!.id, third!.id] };
    await desk.assign({ ids: [first!.id] }, { packageId: String(kept!.id) });
    await desk.assign({ ids: [second!.id] }, { packageId: String(disabled!.id) });
    await desk.assign({ ids: [third!.id] }, { packageId: String(removed!.id) });
    desk.mbs.control.changePackage(disabled!.id, { isEnabled: false });
    desk.mbs.control.removePackage(removed!.id);
    const run = await desk.importAll(selection);
    expect(await desk.reasonsOf(run)).toEqual({
      [first!.id]: 'created',
      [second!.id]: 'package_disabled',
      [third!.id]: 'package_gone',
    });
  });

  it('quotes Managed Backup on the rows of a company that it will not make, and imports the others', async () => {
    const desk = await LiveDesk.open({});
    const contacts = await desk.prepare();
    desk.mbs.control.setSwitches({ companyCreation: 'refused' });
    const good = contacts.filter(({ active, problem }) => active && problem === null);
    const known = desk.mbs.control.companies()[0]!.name;
    const [row] = good;
    desk.autotask.control.patchCompany(Number(row!.accountId), { companyName: known });
    await desk.run('/refreshes', { mode: 'full' });
    const run = await desk.importAll({ ids: good.map(({ id }) => id) });
    const reasons = await desk.reasonsOf(run);
    for (const { id, accountId } of good) {
      expect(reasons[id]).toBe(accountId === row!.accountId ? 'created' : 'console_refused');
    }
    expect(run.failed).toBeGreaterThan(0);
  });

  it('says what is wrong with a log-in that becomes void in the middle, and retries the rows with a new one', async () => {
    const desk = await LiveDesk.open({ logIn: 'entered' });
    const { username, password } = desk.mbs.login;
    await desk.ask('PUT', '/console/managed-backup', { username, password });
    await desk.prepare();
    desk.mbs.control.whenCalled('POST Users', 3, () => {
      desk.mbs.control.changePassword('a new password');
      desk.mbs.control.expireTokens();
    });
    const run = await desk.importAll();
    const problem = {
      text: expect.stringContaining('refused the log-in') as string,
      remedy: expect.stringContaining('Check its login and password.') as string,
    };
    expect(run).toMatchObject({ state: 'failed', notAttempted: 0, problem });
    expect([...(await endsOf(desk, run)).values()]).toContain('console_unavailable');
    await desk.ask('PUT', '/console/managed-backup', { username, password: 'a new password' });
    const again = await desk.run(`/runs/${run.id}/retry-failed`, {});
    expect(again).toMatchObject({ state: 'done', problem: null });
    // Unchanged are those who had been made by then.
    expect(new Set((await endsOf(desk, again)).values())).toEqual(new Set(['created', 'unchanged']));
    expect(again.created + again.unchanged).toBe(desk.mbs.control.users().length);
  });

  it('fails no row for a log-in that is void: the run says what is wrong, and goes on with a new one', async () => {
    const desk = await LiveDesk.open({ logIn: 'entered' });
    const { username, password } = desk.mbs.login;
    await desk.ask('PUT', '/console/managed-backup', { username, password });
    const contacts = await desk.prepare();
    desk.mbs.control.changePassword('a new password');
    desk.mbs.control.expireTokens();
    const preview = await desk.ask('POST', '/imports/preview', { selection: { filter: {} } });
    expect(preview).toMatchObject({ status: 503, body: { code: 'console_unavailable' } });
    expect((await desk.ask('GET', '/contacts')).body).not.toHaveProperty('items');
    await desk.ask('PUT', '/console/managed-backup', { username, password: 'a new password' });
    expect(await desk.contacts()).toHaveLength(contacts.length);
    expect((await desk.importAll()).state).toBe('done');
  });
});

import { fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiProblem } from '../../../host-shim/shell/api/api-problem.ts';
import '../../../host-shim/shell/console-shell.ts';
import '../../../host-shim/shell/managed-backup/console-connect-page.ts';
import '../../../host-shim/shell/packages/console-packages-page.ts';
import '../../../host-shim/shell/storage/console-storage-page.ts';
import '../../../host-shim/shell/styles/tokens.css';
import '../../../host-shim/shell/users/console-users-page.ts';
import { ANN, MemoryConsoleApi } from './memory-console-api.ts';
import { button, expectAccessible, field, findAll, focused, textOf, type, untilShown } from './on-screen.ts';

const ASKED_AT = new Date(2026, 10, 24, 14, 5);

let api: MemoryConsoleApi;
beforeEach(() => {
  api = new MemoryConsoleApi();
});
afterEach(() => history.replaceState(null, '', location.pathname));

/** The lists as the server answers them when they are live Managed Backup's. */
function goLive(whose: 'live' | 'practice' = 'live'): void {
  const { users, storageAccounts, packages } = api;
  const asOf = ASKED_AT.toISOString();
  api.users = async (query) => ({ ...(await users(query)), asOf, whose });
  api.storageAccounts = async (query) => ({ ...(await storageAccounts(query)), asOf, whose });
  api.packages = async (query) => ({ ...(await packages(query)), asOf, whose });
}

describe('the console at live Managed Backup', () => {
  it('asks for the log-in before any page, says what is wrong with it, and then opens the page', async () => {
    const connect = await fixture(html`<console-connect-page .api=${api}></console-connect-page>`);
    await expectAccessible(connect);
    button(connect, 'Check and connect').click();
    await untilShown(connect, 'Enter the login and the password of the API.');
    expect(focused()).toBe(field(connect, 'API login'));
    type(field(connect, 'API login'), 'api-login');
    type(field(connect, 'API password'), 'wrong');
    button(connect, 'Check and connect').click();
    await untilShown(connect, 'Managed Backup refused the log-in of its API.');
    expect(field(connect, 'API password').value).toBe('');
    expect(focused()).toBe(field(connect, 'API password'));
    await expectAccessible(connect);
    type(field(connect, 'API password'), 'right');
    setTimeout(() => button(connect, 'Check and connect').click());
    const { detail } = await oneEvent<CustomEvent<string>>(connect, 'console-navigate');
    expect(detail).toBe(location.pathname);
    expect(api.calls).toContain('connectManagedBackup api-login');
  });

  it('calls the fields of the log-in as the screen does, and goes to the one that is wrong', async () => {
    const connect = await fixture(html`<console-connect-page .api=${api}></console-connect-page>`);
    type(field(connect, 'API login'), 'x');
    type(field(connect, 'API password'), 'y');
    const detail = '"username" must be a text of 1 to 254 characters on one line.';
    api.problem = new ApiProblem({ code: 'validation_failed', status: 400, detail, field: 'username' });
    button(connect, 'Check and connect').click();
    await untilShown(connect, 'API login must be a text of 1 to 254 characters on one line.');
    expect(focused()).toBe(field(connect, 'API login'));
  });

  it('says that Managed Backup is asked for as long as it does not answer', async () => {
    const connect = await fixture(html`<console-connect-page .api=${api}></console-connect-page>`);
    type(field(connect, 'API login'), 'api-login');
    type(field(connect, 'API password'), 'wrong');
    let answer = () => {};
    api.gate = new Promise((resolve) => {
      answer = resolve;
    });
    button(connect, 'Check and connect').click();
    await untilShown(connect, 'Managed Backup is asked.');
    await expectAccessible(connect);
    answer();
    await untilShown(connect, 'Managed Backup refused the log-in of its API.');
    expect(textOf(connect)).not.toContain('Managed Backup is asked.');
  });

  it('offers to add nothing before it is known whose list it is', async () => {
    goLive();
    api.userList = [ANN];
    let answer = () => {};
    api.gate = new Promise((resolve) => {
      answer = resolve;
    });
    const page = await fixture(html`<console-users-page .api=${api}></console-users-page>`);
    await untilShown(page, 'Loading');
    expect(findAll(page, 'button')).toEqual([]);
    answer();
    await untilShown(page, 'as of 14:05');
    expect(findAll(page, 'button').map((one) => one.textContent.trim())).toEqual(['Edit User']);
  });

  it('says above the rows of before that a search could not be answered', async () => {
    goLive();
    api.userList = [ANN];
    const page = await fixture(html`<console-users-page .api=${api}></console-users-page>`);
    await untilShown(page, ANN.email);
    api.problem = new ApiProblem({ code: 'unreachable', status: 0, detail: 'The console does not answer.' });
    type(findAll<HTMLInputElement>(page, 'vaadin-text-field input')[0]!, 'zz');
    await untilShown(page, 'The console does not answer.');
    const shown = textOf(page);
    expect(shown.indexOf('The console does not answer.')).toBeLessThan(shown.indexOf(ANN.email));
  });

  it('shows that page in place of every other one while it is not connected', async () => {
    api.signedIn = { ...(await api.session())!, managedBackup: 'not_connected' };
    const shell = await fixture(html`<console-shell .api=${api} .path=${'/users'}></console-shell>`);
    await waitUntil(() => findAll(shell, 'console-connect-page').length === 1);
    expect(document.title).toContain('Connect Managed Backup');
  });

  it('takes another log-in on a page of its own in the menu, and then shows the users', async () => {
    api.signedIn = { ...(await api.session())!, managedBackup: 'connected' };
    const path = '/settings/managed-backup';
    let goneTo = '';
    const goTo = (address: string) => {
      goneTo = address;
    };
    const shell = await fixture(html`<console-shell .api=${api} .path=${path} .goTo=${goTo}></console-shell>`);
    await untilShown(shell, 'A log-in is kept already.');
    expect(findAll<HTMLAnchorElement>(shell, 'a[aria-current]').map((link) => link.pathname)).toEqual([path]);
    type(field(shell, 'API login'), 'api-login');
    type(field(shell, 'API password'), 'right');
    button(shell, 'Check and connect').click();
    await waitUntil(() => goneTo === '/users');
    await expectAccessible(shell);
  });

  it.each([
    ['managed_backup_log_in_refused', 'Managed Backup refused the log-in of its API.', ['/settings/managed-backup']],
    ['managed_backup_unavailable', 'Managed Backup is out of order (it answered 503).', []],
  ] as const)('offers another log-in only where that mends why a list can’t be loaded (%s)', async (...given) => {
    const [code, detail, links] = given;
    api.problem = new ApiProblem({ code, status: 503, detail });
    const page = await fixture(html`<console-packages-page .api=${api}></console-packages-page>`);
    await untilShown(page, detail);
    expect(findAll<HTMLAnchorElement>(page, 'a').map((link) => link.pathname)).toEqual(links);
    await expectAccessible(page);
  });

  it('offers no other log-in where the console has none to replace', async () => {
    for (const managedBackup of ['own', 'practice', 'connected_by_environment'] as const) {
      api.signedIn = { ...(await api.session())!, managedBackup };
      const shell = await fixture(html`<console-shell .api=${api} .path=${'/users'}></console-shell>`);
      await waitUntil(() => findAll(shell, 'a[href="/settings/autotask"]').length > 0);
      expect(findAll(shell, 'a[href="/settings/managed-backup"]')).toEqual([]);
    }
  });

  it('says where the log-in of the environment is changed, to whom the page of another one was told', async () => {
    api.signedIn = { ...(await api.session())!, managedBackup: 'connected_by_environment' };
    const shell = await fixture(html`<console-shell .api=${api} .path=${'/settings/managed-backup'}></console-shell>`);
    await untilShown(shell, 'Another one is set there, as MBS_API_USERNAME and MBS_API_PASSWORD');
    expect(findAll(shell, 'form')).toEqual([]);
    await expectAccessible(shell);
  });

  it('calls nothing live that is the practice Managed Backup’s, for which there is no log-in to enter', async () => {
    goLive('practice');
    api.userList = [ANN];
    api.signedIn = { ...(await api.session())!, managedBackup: 'practice' };
    const users = await fixture(html`<console-users-page .api=${api}></console-users-page>`);
    await untilShown(users, 'Users of practice Managed Backup as of 14:05. They can be edited here');
    const shell = await fixture(html`<console-shell .api=${api} .path=${'/settings/managed-backup'}></console-shell>`);
    await untilShown(shell, 'This console shows the practice Managed Backup');
    expect(textOf(shell)).not.toContain('MBS_API_USERNAME');
    expect(findAll(shell, 'form')).toEqual([]);
    await expectAccessible(shell);
  });

  it('shows ids of destinations rather than none where their names could not be loaded', async () => {
    api.userList = [{ ...ANN, destinations: [{ destinationId: 'd-unnamed', packageId: null }] }];
    goLive();
    api.storageAccounts = () => Promise.reject(new Error('Managed Backup is away.'));
    const page = await fixture(html`<console-users-page .api=${api}></console-users-page>`);
    await untilShown(page, 'd-unnamed');
    await untilShown(page, 'could not be loaded, so their ids are shown.');
    await expectAccessible(page);
  });

  it('shows users of when, to be edited but not to be made or deleted, and says where that is done', async () => {
    api.userList = [ANN, { ...ANN, id: 'u9', destinations: [{ destinationId: 'd1', packageId: null }] }];
    goLive();
    const page = await fixture(html`<console-users-page .api=${api}></console-users-page>`);
    await untilShown(page, 'Users of live Managed Backup as of 14:05. They can be edited here');
    expect(textOf(page)).toContain('deleted in the Managed Backup console only');
    expect(findAll(page, 'button').map((one) => one.textContent.trim())).toEqual(['Edit User', 'Edit User']);
    await expectAccessible(page);
  });

  it('sends of an edited user only what was changed, and says what Managed Backup makes of it', async () => {
    api.userList = [ANN];
    goLive();
    const page = await fixture(html`<console-users-page .api=${api}></console-users-page>`);
    await untilShown(page, ANN.email);
    button(page, 'Edit User').click();
    await waitUntil(() => findAll(page, 'vaadin-text-field#last-name input').length === 1);
    type(findAll<HTMLInputElement>(page, 'vaadin-text-field#last-name input')[0]!, 'King');
    const detail = 'Managed Backup refused the change: No.';
    api.problem = new ApiProblem({ code: 'managed_backup_rejected', status: 422, detail });
    button(page, 'Save').click();
    await untilShown(page, detail);
    api.problem = null;
    button(page, 'Save').click();
    await untilShown(page, 'Ann King was saved.');
    expect(api.calls.filter((call) => call.startsWith('changeUser'))).toEqual([
      'changeUser u1 {"lastName":"King"}',
      'changeUser u1 {"lastName":"King"}',
    ]);
  });

  it('shows storage accounts to look at', async () => {
    api.accountList = [
      { id: 'a', name: 'Odd', type: 'HyperDrive9', destinations: [{ id: 'd', name: 'main' }] },
      { id: 'b', name: 'Sky', type: 'AzureVM', destinations: [{ id: 'e', name: 'servers' }] },
    ];
    goLive();
    const storage = await fixture(html`<console-storage-page .api=${api}></console-storage-page>`);
    await untilShown(storage, 'Storage Accounts of live Managed Backup as of 14:05. They are only shown here');
    expect(textOf(storage)).toContain('Odd HyperDrive9 Buckets main Sky Microsoft Azure Containers servers');
    expect(findAll(storage, 'button')).toEqual([]);
    await expectAccessible(storage);
  });

  it('switches packages off and on, says what Managed Backup makes of it, and offers to add none', async () => {
    api.packageList = [{ id: 'p', name: 'Endless', storageLimitGb: null, enabled: true }];
    goLive();
    const page = await fixture(html`<console-packages-page .api=${api}></console-packages-page>`);
    await untilShown(page, 'Packages of live Managed Backup as of 14:05. They can be enabled and disabled here');
    expect(textOf(page)).toContain('Endless No limit Enabled Disable');
    expect(findAll(page, 'button').map(({ ariaLabel }) => ariaLabel)).toEqual(['Disable Endless']);
    const detail = 'Managed Backup does not show the package as it was to be.';
    api.problem = new ApiProblem({ code: 'managed_backup_unclear', status: 502, detail });
    button(page, 'Disable Endless').click();
    await untilShown(page, detail);
    expect(textOf(page)).toContain('Endless No limit Enabled Disable');
    await expectAccessible(page);
    api.problem = null;
    button(page, 'Disable Endless').click();
    await untilShown(page, 'Endless: disabled.');
    expect(textOf(page)).toContain('Endless No limit Disabled Enable');
    expect(textOf(page)).not.toContain(detail);
    button(page, 'Enable Endless').click();
    await untilShown(page, 'Endless: enabled.');
    expect(api.calls.filter((call) => call.startsWith('changePackage'))).toEqual([
      'changePackage p false',
      'changePackage p false',
      'changePackage p true',
    ]);
    await expectAccessible(page);
  });

  it('shows that a switch is under way, and switches nothing else meanwhile', async () => {
    api.packageList = ['One', 'Two'].map((name) => ({ id: name, name, storageLimitGb: 1, enabled: true }));
    goLive();
    const page = await fixture(html`<console-packages-page .api=${api}></console-packages-page>`);
    await untilShown(page, 'Two');
    let answer = () => {};
    api.gate = new Promise((resolve) => {
      answer = resolve;
    });
    button(page, 'Disable One').click();
    const busy = () => findAll(page, 'button[aria-disabled="true"]').map(({ ariaLabel }) => ariaLabel);
    await waitUntil(() => busy().length === 2);
    button(page, 'Disable Two').click();
    answer();
    await untilShown(page, 'One: disabled.');
    expect(busy()).toEqual([]);
    expect(api.calls.filter((call) => call.startsWith('changePackage'))).toEqual(['changePackage One false']);
  });

  it('says so when live Managed Backup has none, and offers nothing that it would refuse', async () => {
    goLive();
    const page = await fixture(html`<console-packages-page .api=${api}></console-packages-page>`);
    await untilShown(page, 'Managed Backup has none.');
    expect(findAll(page, 'button')).toEqual([]);
  });
});

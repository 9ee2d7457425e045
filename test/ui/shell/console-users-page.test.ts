import { fixture, html, waitUntil } from '@open-wc/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import '../../../host-shim/shell/styles/tokens.css';
import '../../../host-shim/shell/users/console-users-page.ts';
import { ApiProblem } from '../../../host-shim/shell/api/api-problem.ts';
import type { ConsoleUsersPage } from '../../../host-shim/shell/users/console-users-page.ts';
import { ANN, AWAY, BOB, MemoryConsoleApi } from './memory-console-api.ts';
import { button, dialogs, expectAccessible, field, findAll, focused, textOf, type, untilShown } from './on-screen.ts';

let api: MemoryConsoleApi;
const address = location.href;
beforeEach(() => {
  api = new MemoryConsoleApi();
  api.userList = [ANN, BOB];
  api.accountList = [{ id: 'a', name: 'AWS', type: 'AmazonS3', destinations: [{ id: 'd1', name: 'bucket-1' }] }];
  api.packageList = [{ id: 'p1', name: 'Standard', storageLimitGb: 250, enabled: true }];
});
afterEach(() => history.replaceState(null, '', address));

const open = () => fixture<ConsoleUsersPage>(html`<console-users-page .api=${api}></console-users-page>`);

describe('console-users-page', () => {
  it('shows every user with what it is called, where it backs up to and its status', async () => {
    const page = await open();
    await untilShown(page, 'bucket-1');
    const rows = findAll<HTMLTableRowElement>(page, 'tbody tr').map((row) =>
      [...row.cells].slice(0, 6).map((cell) => cell.innerText.trim().replace(/\s+/g, ' ')),
    );
    expect(rows).toEqual([
      ['ann@harbour.example', 'Ann', 'Lee', 'Harbour Street Legal', 'bucket-1 Standard', 'Enabled'],
      ['bob@quay.example', '', '', 'Harbour Street Legal', 'None', 'Enabled'],
    ]);
    expect(textOf(page)).toContain('2 users');
    await expectAccessible(page);
  });

  it('is accessible while it waits, when it is empty and when the console is away', async () => {
    let letGo = (): void => undefined;
    api.gate = new Promise((resolve) => (letGo = resolve));
    api.userList = [];
    const page = await open();
    await untilShown(page, 'Loading');
    await expectAccessible(page);
    letGo();
    await untilShown(page, 'No users yet');
    await expectAccessible(page);

    api.problem = AWAY;
    const away = await open();
    await untilShown(away, 'The console does not answer.');
    expect(textOf(away)).not.toContain('No users yet');
    await expectAccessible(away);

    api.problem = null;
    api.userList = [ANN];
    button(away, 'Try again').click();
    await untilShown(away, ANN.email);
  });

  it('edits a user and says so, with the focus back on the button', async () => {
    const page = await open();
    await untilShown(page, ANN.email);
    button(page, 'Edit User Ann Lee').focus();
    button(page, 'Edit User Ann Lee').click();
    await waitUntil(() => dialogs(page).length === 1);
    await waitUntil(() => focused() === field(page, 'First name'));
    expect(textOf(page)).toContain('counts as a new user');
    expect(['Last name', 'Email', 'Company'].map((label) => field(page, label).value)).toEqual([
      'Lee',
      'ann@harbour.example',
      'Harbour Street Legal',
    ]);
    await expectAccessible(page);

    type(field(page, 'Company'), 'Quay Dental');
    button(page, 'Save').click();
    await untilShown(page, 'Ann Lee was saved.');
    await untilShown(page, 'Quay Dental');
    expect(dialogs(page)).toEqual([]);
    expect(focused()?.getAttribute('aria-label')).toBe('Edit User Ann Lee');
    expect(api.userList[0]).toEqual({ ...ANN, company: 'Quay Dental' });
  });

  it('keeps the form open with the words for a taken or missing email beside it', async () => {
    const page = await open();
    await untilShown(page, ANN.email);
    button(page, 'Edit User Ann Lee').click();
    await waitUntil(() => dialogs(page).length === 1);
    type(field(page, 'Email'), '  ');
    button(page, 'Save').click();
    await untilShown(page, 'Enter the email.');
    type(field(page, 'Email'), BOB.email);
    button(page, 'Save').click();
    await untilShown(page, 'Another user has this email already.');
    expect(field(page, 'Email').getAttribute('aria-invalid')).toBe('true');
    await expectAccessible(page);
    expect(dialogs(page)).toHaveLength(1);
    button(page, 'Cancel').click();
    expect(api.userList[0]).toEqual(ANN);
  });

  it('cuts nothing off what is too long, and says how much is accepted by the name on the screen', async () => {
    const page = await open();
    await untilShown(page, ANN.email);
    button(page, 'Edit User Ann Lee').click();
    await waitUntil(() => dialogs(page).length === 1);
    type(field(page, 'Last name'), 'x'.repeat(256));
    expect(field(page, 'Last name').maxLength).toBe(-1);
    const detail = '"lastName" must be a text of at most 255 characters on one line.';
    api.problem = new ApiProblem({ code: 'invalid_request', status: 400, detail, field: 'lastName' });
    button(page, 'Save').click();
    await untilShown(page, 'Last name must be a text of at most 255 characters on one line.');
    expect(textOf(page)).not.toContain('"lastName"');
    await expectAccessible(page);
  });

  it('adds a user', async () => {
    const page = await open();
    await untilShown(page, ANN.email);
    button(page, 'Add user').click();
    await waitUntil(() => dialogs(page).length === 1);
    expect(textOf(page)).not.toContain('counts as a new user');
    type(field(page, 'Email'), 'new@quay.example');
    button(page, 'Save').click();
    await untilShown(page, 'new@quay.example was saved.');
    await untilShown(page, '3 users');
  });

  it('breaks a name of any length, so that the page never scrolls sideways and the columns stay in sight', async () => {
    const long = { ...ANN, firstName: 'f'.repeat(255), email: 'e'.repeat(254), company: 'c'.repeat(255) };
    api.userList = [long];
    const narrow = await fixture(
      html`<div style="inline-size: 320px"><console-users-page .api=${api}></console-users-page></div>`,
    );
    await untilShown(narrow, long.email);
    button(narrow, 'Edit User').click();
    await waitUntil(() => dialogs(narrow).length === 1);
    button(narrow, 'Save').click();
    await untilShown(narrow, 'was saved.');
    expect(narrow.scrollWidth).toBe(320);
    for (const cell of findAll<HTMLTableCellElement>(narrow, 'tbody :is(th, td)')) {
      expect(cell.offsetWidth).toBeLessThan(450);
      expect(cell.scrollWidth).toBeLessThanOrEqual(cell.clientWidth);
    }
  });

  it('deletes a user only after a question that can be refused', async () => {
    const page = await open();
    await untilShown(page, ANN.email);
    button(page, 'Delete Ann Lee').click();
    await untilShown(page, 'Delete Ann Lee?');
    await expectAccessible(page);
    expect(focused()?.textContent.trim()).toBe('Cancel');
    button(page, 'Cancel').click();
    await waitUntil(() => findAll(page, 'console-user-deletion').length === 0);
    expect(api.userList).toHaveLength(2);

    button(page, 'Delete Ann Lee').click();
    await waitUntil(() => dialogs(page).length === 1);
    button(dialogs(page)[0]!, 'Delete').click();
    await untilShown(page, 'Ann Lee was deleted.');
    await untilShown(page, '1 user');
    expect(api.calls).toContain('deleteUser u1');
  });

  it('finds users, keeps the search in the address and says when none matches', async () => {
    const page = await open();
    await untilShown(page, ANN.email);
    type(field(page, 'Search users'), 'bob');
    await untilShown(page, '1 user');
    expect(new URLSearchParams(location.search).get('q')).toBe('bob');
    expect(textOf(page)).not.toContain(ANN.email);
    type(field(page, 'Search users'), 'nobody');
    await untilShown(page, 'No user matches the search');
    await expectAccessible(page);
    type(field(page, 'Search users'), '');
    await untilShown(page, '2 users');
    expect(location.search).not.toContain('q=');
  });

  it('shows more on demand, and goes on where it was after a failure', async () => {
    api.pageSize = 1;
    api.counted = 1;
    const page = await open();
    await untilShown(page, ANN.email);
    expect(textOf(page)).not.toContain(BOB.email);
    await untilShown(page, 'More than 10,000 users');
    await untilShown(page, 'The first 1 are shown.');
    await expectAccessible(page);
    api.problem = AWAY;
    button(page, 'Show more').click();
    await untilShown(page, 'The console does not answer.');
    expect(textOf(page)).toContain(ANN.email);
    await expectAccessible(page);
    api.problem = null;
    button(page, 'Try again').click();
    await untilShown(page, BOB.email);
    expect(findAll(page, 'tbody tr')).toHaveLength(2);
  });

  it('clears a search that nothing matches', async () => {
    history.replaceState(null, '', '?q=nobody');
    const page = await open();
    await untilShown(page, 'No user matches the search');
    expect(field(page, 'Search users').value).toBe('nobody');
    button(page, 'Clear search').click();
    await untilShown(page, '2 users');
    expect(field(page, 'Search users').value).toBe('');
    expect(location.search).not.toContain('q=');
  });

  it('says where users come from when there are none', async () => {
    api.userList = [];
    const page = await open();
    await untilShown(page, 'Users come from Autotask');
    const [link] = findAll<HTMLAnchorElement>(page, 'console-notice a');
    expect(link?.getAttribute('href')).toBe('/settings/autotask');
  });

  it('suggests the companies that begin as what is typed', async () => {
    api.companyList = [
      { id: '1', name: 'Quay Dental' },
      { id: '2', name: 'Harbour' },
    ];
    const page = await open();
    await untilShown(page, ANN.email);
    button(page, 'Add user').click();
    await waitUntil(() => dialogs(page).length === 1);
    type(field(page, 'Company'), 'qua');
    await waitUntil(() => findAll(page, 'datalist option').length === 1);
    expect(findAll<HTMLOptionElement>(page, 'datalist option')[0]?.value).toBe('Quay Dental');
  });
});

import { fixture, html, waitUntil } from '@open-wc/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../host-shim/shell/styles/tokens.css';
import '../../../host-shim/shell/console-shell.ts';
import type { ConsoleShell } from '../../../host-shim/shell/console-shell.ts';
import { AWAY, MemoryConsoleApi } from './memory-console-api.ts';
import { button, expectAccessible, field, findAll, focused, textOf, type, untilShown } from './on-screen.ts';

let api: MemoryConsoleApi;
let visited: string[];
beforeEach(() => {
  api = new MemoryConsoleApi();
  visited = [];
});

const open = (path: string) =>
  fixture<ConsoleShell>(
    html`<console-shell .api=${api} .path=${path} .goTo=${(to: string) => visited.push(to)}></console-shell>`,
  );

const links = (shell: Element) => findAll<HTMLAnchorElement>(shell, 'nav a').filter((link) => link.checkVisibility());

describe('console-shell', () => {
  it('asks to sign in on any page, then shows the page that was asked for', async () => {
    api.signedIn = null;
    const shell = await open('/companies');
    await waitUntil(() => findAll(shell, 'console-sign-in').length === 1);
    await waitUntil(() => focused() === field(shell, 'Email'));
    expect(document.title).toBe('Sign in - Management Console');
    await expectAccessible(shell);

    button(shell, 'Sign in').click();
    await untilShown(shell, 'Enter your email and your password.');
    type(field(shell, 'Email'), ' admin@msp.example ');
    type(field(shell, 'Password'), 'wrong');
    expect(field(shell, 'Password').type).toBe('password');
    button(shell, 'Sign in').click();
    await untilShown(shell, 'The email or the password is wrong.');
    await expectAccessible(shell);

    type(field(shell, 'Password'), 'right');
    button(shell, 'Sign in').click();
    await untilShown(shell, 'No companies yet');
    expect(api.calls).toContain('signIn admin@msp.example');
    expect(document.title).toBe('Companies - Management Console');
  });

  it('shows the first page, accessibly', async () => {
    const shell = await open('/');
    await untilShown(shell, 'Welcome');
    await expectAccessible(shell);
    expect(textOf(shell)).toContain('admin@msp.example');
  });

  it('says when the console is away, and tries again', async () => {
    api.problem = AWAY;
    const shell = await open('/');
    await untilShown(shell, 'The console does not answer.');
    await expectAccessible(shell);
    api.problem = null;
    button(shell, 'Try again').click();
    await untilShown(shell, 'Welcome');
  });

  it('signs out', async () => {
    const shell = await open('/');
    await untilShown(shell, 'Welcome');
    button(shell, 'Sign out').click();
    await waitUntil(() => visited.length === 1);
    expect(visited).toEqual(['/']);
    expect(api.signedIn).toBe(null);
  });
});

describe('console-menu', () => {
  it('holds a real link to each page', async () => {
    const shell = await open('/packages');
    await untilShown(shell, 'No packages yet');
    const all = findAll<HTMLAnchorElement>(shell, 'nav a');
    expect(all.map((link) => [link.innerText || link.textContent, new URL(link.href).pathname])).toEqual([
      ['Users', '/users'],
      ['Companies', '/companies'],
      ['Storage Accounts', '/storage-accounts'],
      ['Packages', '/packages'],
      ['Autotask', '/settings/autotask'],
    ]);
    expect(all.filter((link) => link.ariaCurrent === 'page').map((link) => link.textContent)).toEqual(['Packages']);
    expect(links(shell)).toEqual([]);
  });

  it('opens one group at a time, by a click, and closes by a click elsewhere', async () => {
    const shell = await open('/');
    await untilShown(shell, 'Welcome');
    await userEvent.click(button(shell, 'Organization'));
    expect(links(shell).map((link) => link.textContent)).toEqual(['Users', 'Companies']);
    expect(button(shell, 'Organization').ariaExpanded).toBe('true');
    await expectAccessible(shell);
    await userEvent.click(button(shell, 'Settings'));
    expect(links(shell).map((link) => link.textContent)).toEqual(['Autotask']);
    await userEvent.click(findAll(shell, 'h2')[3]!);
    expect(links(shell)).toEqual([]);
  });

  it('works by keyboard alone', async () => {
    const shell = await open('/');
    await untilShown(shell, 'Welcome');
    button(shell, 'Organization').focus();
    await userEvent.keyboard('{Enter}');
    expect(links(shell)).toHaveLength(2);
    await userEvent.keyboard('{Tab}');
    expect(focused()?.textContent).toBe('Users');
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()?.textContent).toBe('Companies');
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()?.textContent).toBe('Users');
    await userEvent.keyboard('{ArrowUp}');
    expect(focused()?.textContent).toBe('Companies');
    await userEvent.keyboard('{Escape}');
    expect(links(shell)).toEqual([]);
    expect(focused()).toBe(button(shell, 'Organization'));
    await userEvent.keyboard('{ArrowDown}');
    await waitUntil(() => focused()?.textContent === 'Users');
    await userEvent.keyboard('{Tab}{Tab}');
    expect(focused()).toBe(button(shell, 'Backup'));
    await waitUntil(() => links(shell).length === 0);
  });

  it('can be skipped', async () => {
    const shell = await open('/');
    await untilShown(shell, 'Welcome');
    const skip = findAll<HTMLAnchorElement>(shell, '.skip')[0]!;
    skip.focus();
    await userEvent.keyboard('{Enter}');
    expect(focused()?.id).toBe('main');
  });
});

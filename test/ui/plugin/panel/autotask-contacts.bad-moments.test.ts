import { fixture, html } from '@open-wc/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AutotaskContacts } from '../../../../plugin-ui/panel/autotask-contacts.ts';
import '../../../../plugin-ui/panel/autotask-contacts.ts';
import { button, deep, focused, textOf } from '../deep.ts';
import { eventually } from '../eventually.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { NOT_CONFIGURED, sampleProblem } from '../fake-plugin-api.ts';
import { openPage, status, stocked } from './open-page.ts';

const originalFetch = globalThis.fetch;

const slowNotice = (page: Element) => page.shadowRoot!.querySelector('header atc-notice');

describe('autotask-contacts: bad moments', () => {
  afterEach(() => {
    vi.useRealTimers();
    globalThis.fetch = originalFetch;
  });

  it('says that the console is slow, and stops when it has answered', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const refusals: (() => void)[] = [];
    globalThis.fetch = () => new Promise((_, reject) => refusals.push(() => reject(new TypeError('Failed to fetch'))));
    const page = await fixture<AutotaskContacts>(html`<autotask-contacts api-base="/slow"></autotask-contacts>`);
    expect(slowNotice(page)).toBe(null);
    vi.advanceTimersByTime(4_000);
    await page.updateComplete;
    expect(textOf(slowNotice(page)!)).toContain('takes longer than usual to answer');
    expect(status(page)).toContain('takes longer than usual to answer');
    vi.useRealTimers();
    await expectAccessible(page);
    for (const refuse of refusals) refuse();
    await eventually(() => slowNotice(page) === null);
  });

  it('leads who is signed out to the sign-in, and keeps what is typed', async () => {
    const api = stocked();
    const page = await openPage(api);
    const password = deep<HTMLInputElement>(page, '#password');
    password.value = 's3cret';
    api.failing.set('saveConnection', sampleProblem({ status: 401, code: 'signed_out' }));
    button(page, 'Save').click();
    await eventually(() => page.shadowRoot!.querySelector('atc-empty-state') !== null);
    const signIn = deep<HTMLAnchorElement>(page, '.ways a');
    expect([textOf(signIn), signIn.target, signIn.href]).toEqual(['Sign in in a new tab', '_blank', location.href]);
    expect(password.value).toBe('s3cret');
    await expectAccessible(page);
    api.failing.clear();
    document.dispatchEvent(new Event('visibilitychange'));
    await eventually(() => page.shadowRoot!.querySelector('atc-empty-state') === null);
    expect(password.value).toBe('s3cret');
  });

  it('tells a renewed sign-in from a missing permission', async () => {
    const api = stocked();
    const page = await openPage(api);
    api.failing.set('startRefresh', sampleProblem({ status: 403, code: 'csrf_token_wrong', detail: 'The header …' }));
    button(page, 'Get Autotask Contacts').click();
    await eventually(() => status(page).includes('Reload the page, then try again.'));
    api.failing.set('startRefresh', sampleProblem({ status: 403, code: 'not_allowed', detail: 'No.' }));
    button(page, 'Get Autotask Contacts').click();
    await eventually(() => status(page).startsWith('You may not do this.'));
    await expectAccessible(page);
  });

  it('forgets the credentials, says so, and leaves the list', async () => {
    const api = stocked();
    const page = await openPage(api);
    button(page, 'Forget').click();
    await eventually(() => deep<HTMLDialogElement>(deep(page, 'atc-forget-dialog'), 'dialog').open);
    button(page, 'Forget the credentials').click();
    await eventually(() => status(page) === 'The credentials are forgotten. The list of contacts stays.');
    expect(api.sentTo('forgetConnection')).toHaveLength(1);
    await eventually(() => focused() === deep(page, '#username'));
    expect(button(page, 'Get Autotask Contacts').getAttribute('aria-disabled')).toBe('true');
    expect(page.shadowRoot!.querySelector('atc-contact-table')).not.toBe(null);
  });

  it('says why the credentials could not be forgotten', async () => {
    const api = stocked();
    const page = await openPage(api);
    api.failing.set('forgetConnection', sampleProblem({ status: 0, code: 'network' }));
    button(page, 'Forget').click();
    await eventually(() => deep<HTMLDialogElement>(deep(page, 'atc-forget-dialog'), 'dialog').open);
    button(page, 'Forget the credentials').click();
    await eventually(() => status(page).startsWith('Not forgotten. The console could not be reached.'));
    expect(deep(page, 'atc-connection-state').getAttribute('state')).toBe('connected');
  });

  for (const [press, method] of [
    ['Get Autotask Contacts', 'startRefresh'],
    ['Test', 'testConnection'],
  ] as const) {
    it(`learns from ${press} that the connection was forgotten elsewhere`, async () => {
      const api = stocked();
      const page = await openPage(api);
      api.connectionView = NOT_CONFIGURED;
      api.failing.set(method, sampleProblem({ status: 409, code: 'not_connected' }));
      button(page, press).click();
      await eventually(() => deep(page, 'atc-connection-state').getAttribute('state') === 'not_configured');
      expect(status(page)).toContain('Not connected to Autotask yet. Enter UserName and Password and press Save.');
      await expectAccessible(page);
    });
  }
});

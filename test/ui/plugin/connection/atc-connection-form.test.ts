import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { AtcConnectionForm } from '../../../../plugin-ui/connection/atc-connection-form.ts';
import '../../../../plugin-ui/connection/atc-connection-form.ts';
import type { ConnectionSaveEvent } from '../../../../plugin-ui/connection/connection-events.ts';
import { button, deep, focused, textOf } from '../deep.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { CONNECTED, NOT_CONFIGURED, sampleProblem } from '../fake-plugin-api.ts';

async function open(connection = NOT_CONFIGURED) {
  const saved: ConnectionSaveEvent[] = [];
  const form = await fixture<AtcConnectionForm>(
    html`<atc-connection-form
      .connection=${connection}
      @atc-connection-save=${(event: ConnectionSaveEvent) => saved.push(event)}
    ></atc-connection-form>`,
  );
  return {
    form,
    saved,
    username: deep<HTMLInputElement>(form, '#username'),
    password: deep<HTMLInputElement>(form, '#password'),
  };
}

describe('atc-connection-form', () => {
  it('shows two labelled boxes and Save, and is accessible', async () => {
    const { form, username, password } = await open();
    expect([username, password].map((input) => textOf(input.labels![0]!))).toEqual(['UserName', 'Password']);
    expect(password.type).toBe('password');
    expect(textOf(button(form, 'Save'))).toBe('Save');
    await expectAccessible(form);
  });

  it('sends what was entered, by keyboard alone', async () => {
    const { saved, username } = await open();
    username.focus();
    await userEvent.keyboard('key@msp.example{Tab} s3cret $#{Enter}');
    expect(saved.map(({ credentials }) => credentials)).toEqual([
      { username: 'key@msp.example', password: ' s3cret $#' },
    ]);
  });

  it('takes away what was copied around the user name, and nothing of the secret', async () => {
    const { form, saved, username, password } = await open();
    await userEvent.fill(username, '  api@example.com\t');
    await userEvent.fill(password, ' s ecret ');
    button(form, 'Save').click();
    expect(saved.map(({ credentials }) => credentials)).toEqual([
      { username: 'api@example.com', password: ' s ecret ' },
    ]);
  });

  it('says what is missing, goes to the first such box, and sends nothing', async () => {
    const { form, saved, username } = await open();
    button(form, 'Save').click();
    await form.updateComplete;
    expect(saved).toHaveLength(0);
    expect(focused()).toBe(username);
    expect(username.getAttribute('aria-invalid')).toBe('true');
    expect(textOf(deep(form, '#password-error'))).toContain('Enter the Password');
    await expectAccessible(form);
  });

  it('says of a new mistake only what is wrong now', async () => {
    const { form, username } = await open();
    form.problem = sampleProblem({ status: 422, code: 'source_unauthorized', detail: 'The user is locked.' });
    username.value = '';
    button(form, 'Save').click();
    await form.updateComplete;
    expect(form.shadowRoot!.querySelector('atc-notice')).toBeNull();
  });

  it('cuts nothing off that is pasted, and says how much is accepted', async () => {
    const { form, saved, username, password } = await open();
    username.value = 'key';
    // The browser cuts off what is pasted into a box with a limit of its own.
    expect([username.maxLength, password.maxLength]).toEqual([-1, -1]);
    password.value = 'x'.repeat(255);
    button(form, 'Save').click();
    await form.updateComplete;
    expect(saved).toHaveLength(0);
    expect(textOf(deep(form, '#password-error'))).toBe('At most 254 characters are accepted.');
    expect(focused()).toBe(password);
    password.value = 'x'.repeat(254);
    button(form, 'Save').click();
    expect(saved).toHaveLength(1);
  });

  it('empties the password when the server has answered, refused or not', async () => {
    const { form, password } = await open(CONNECTED);
    password.value = 's3cret';
    form.activity = 'saving';
    await form.updateComplete;
    form.activity = null;
    form.problem = sampleProblem({ status: 422, code: 'source_unauthorized', detail: 'The user is locked.' });
    await form.updateComplete;
    expect(password.value).toBe('');
    expect(textOf(deep(form, 'atc-notice'))).toContain('The user is locked.');
    await expectAccessible(form);
  });

  for (const [what, status] of [
    ['nothing reached the server', 0],
    ['nobody is signed in any more', 401],
    ['it is not allowed', 403],
  ] as const) {
    it(`keeps what was typed when ${what}`, async () => {
      const { form, username, password } = await open();
      username.value = 'key';
      password.value = 's3cret';
      form.activity = 'saving';
      await form.updateComplete;
      form.activity = null;
      form.problem = sampleProblem({ status });
      await form.updateComplete;
      expect([username.value, password.value]).toEqual(['key', 's3cret']);
    });
  }

  it('ignores repeated presses while it is saving, and keeps its name', async () => {
    const { form, saved, username, password } = await open();
    username.value = 'key';
    password.value = 'secret';
    form.activity = 'saving';
    await form.updateComplete;
    button(form, 'Save').click();
    expect(saved).toHaveLength(0);
    expect(textOf(button(form, 'Save'))).toBe('Save');
  });

  it('offers Test once credentials are stored, and shows the user name', async () => {
    const { form, username, password } = await open(CONNECTED);
    let tests = 0;
    form.addEventListener('atc-connection-test', () => (tests += 1));
    button(form, 'Test').click();
    expect(tests).toBe(1);
    expect(username.value).toBe('api-key@msp.example');
    expect(password.value).toBe('');
  });

  it('goes to the first box when the credentials are forgotten', async () => {
    const { form, username } = await open(CONNECTED);
    form.activity = 'forgetting';
    await form.updateComplete;
    form.activity = null;
    form.connection = NOT_CONFIGURED;
    await form.updateComplete;
    expect(focused()).toBe(username);
    expect(form.shadowRoot!.querySelector('atc-stored-connection')).toBe(null);
  });
});

import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { AtcForgetDialog } from '../../../../plugin-ui/connection/atc-forget-dialog.ts';
import type { AtcStoredConnection } from '../../../../plugin-ui/connection/atc-stored-connection.ts';
import '../../../../plugin-ui/connection/atc-stored-connection.ts';
import type { ConnectionActivity } from '../../../../plugin-ui/connection/connection-activity.ts';
import { button, deep, focused, textOf } from '../deep.ts';
import { eventually } from '../eventually.ts';
import { expectAccessible } from '../expect-accessible.ts';

async function open(activity: ConnectionActivity = null) {
  const events: string[] = [];
  const note = ({ type }: Event) => events.push(type);
  const stored = await fixture<AtcStoredConnection>(
    html`<atc-stored-connection
      username="key@msp.example"
      .activity=${activity}
      @atc-connection-test=${note}
      @atc-connection-forget=${note}
    ></atc-stored-connection>`,
  );
  return { stored, events, isOpen: () => deep<HTMLDialogElement>(stored, 'dialog').open };
}

describe('atc-stored-connection', () => {
  it('asks before it forgets, and says what goes and what stays', async () => {
    const { stored, events, isOpen } = await open();
    button(stored, 'Forget').click();
    await eventually(isOpen);
    expect(textOf(deep(stored, '#what'))).toMatch(/^UserName key@msp\.example and its Password .*all users stay/);
    await expectAccessible(stored);
    expect(events).toHaveLength(0);
    button(stored, 'Forget the credentials').click();
    await eventually(() => !isOpen());
    expect(deep<AtcForgetDialog>(stored, 'atc-forget-dialog').open).toBe(false);
    expect(events).toEqual(['atc-connection-forget']);
  });

  it('forgets nothing when the dialog is left by keyboard, and returns to the button', async () => {
    const { stored, events, isOpen } = await open();
    button(stored, 'Forget').focus();
    await userEvent.keyboard('{Enter}');
    await eventually(isOpen);
    expect(focused()).toBe(button(stored, 'Cancel'));
    await userEvent.keyboard('{Escape}');
    await eventually(() => !isOpen());
    expect(focused()).toBe(button(stored, 'Forget'));
    expect(events).toHaveLength(0);
  });

  it('ignores presses while one is at work', async () => {
    const { stored, events, isOpen } = await open('testing');
    button(stored, 'Test').click();
    button(stored, 'Forget').click();
    await stored.updateComplete;
    expect([events, isOpen()]).toEqual([[], false]);
  });
});

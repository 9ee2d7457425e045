import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import type { ConnectionView } from '../../../../core/contract/index.ts';
import type { AtcConnectionGuide } from '../../../../plugin-ui/connection/atc-connection-guide.ts';
import '../../../../plugin-ui/connection/atc-connection-guide.ts';
import type { AtcConnectionState } from '../../../../plugin-ui/connection/atc-connection-state.ts';
import '../../../../plugin-ui/connection/atc-connection-state.ts';
import { deep, textOf } from '../deep.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { CONNECTED, NOT_CONFIGURED } from '../fake-plugin-api.ts';

async function stateWords(connection: ConnectionView): Promise<string> {
  const state = await fixture<AtcConnectionState>(
    html`<atc-connection-state .connection=${connection}></atc-connection-state>`,
  );
  await expectAccessible(state);
  return [...state.shadowRoot!.querySelectorAll('p')].map(textOf).join(' | ');
}

describe('atc-connection-state', () => {
  it('says that there is no connection yet, and what to do', async () => {
    expect(await stateWords(NOT_CONFIGURED)).toContain('Not connected yet | Enter the UserName and Password');
  });

  it('says as whom and where it is connected, and since when', async () => {
    expect(await stateWords(CONNECTED)).toMatch(
      /^Connected as api-key@msp\.example \| Zone webservices5\.autotask\.net Sees all contacts and accounts Checked Nov 24, 2026, /,
    );
  });

  it('says what is wrong and what mends it', async () => {
    const problem = { code: 'source_unavailable', text: 'Autotask can’t be reached.', remedy: 'Press Test later.' };
    expect(await stateWords({ ...CONNECTED, state: 'unverified', zone: null, problem })).toContain(
      'Saved, but not checked yet',
    );
    expect(await stateWords({ ...CONNECTED, state: 'failing', problem })).toContain(
      'Autotask can’t be reached. Press Test later.',
    );
  });

  it('warns who is connected but sees only some of the rows', async () => {
    const problem = { code: 'source_restricted', text: 'Some contacts are hidden.', remedy: 'Set View to All.' };
    const access = { contacts: 'restricted', accounts: 'all' } as const;
    const words = await stateWords({ ...CONNECTED, access, problem });
    expect(words).not.toContain('Sees all');
    expect(words).toMatch(/^Connected as .* \| Some contacts are hidden\. Set View to All\.$/);
  });

  it('shows nothing while the connection is not known', async () => {
    const state = await fixture<AtcConnectionState>(html`<atc-connection-state></atc-connection-state>`);
    expect(state.shadowRoot!.querySelector('p')).toBe(null);
  });
});

describe('atc-connection-guide', () => {
  it('lists the rights that do, and leads to where one signs up, in a new tab', async () => {
    const guide = await fixture<AtcConnectionGuide>(html`<atc-connection-guide></atc-connection-guide>`);
    deep<HTMLDetailsElement>(guide, 'details').open = true;
    expect(textOf(deep(guide, 'ol'))).toMatch(/Contacts > View: All.*Generate Secret/);
    const link = deep<HTMLAnchorElement>(guide, 'a');
    expect([link.target, link.rel, link.protocol]).toEqual(['_blank', 'noopener', 'https:']);
    expect(textOf(link)).toBe('Sign up with Autotask (opens in a new tab)');
    await expectAccessible(guide);
  });
});

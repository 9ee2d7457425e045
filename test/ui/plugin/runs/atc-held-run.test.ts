import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import type { AtcHeldRefresh } from '../../../../plugin-ui/runs/atc-held-refresh.ts';
import '../../../../plugin-ui/runs/atc-held-refresh.ts';
import { button, deep, textOf } from '../deep.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { sampleProblem, sampleRun } from '../fake-plugin-api.ts';

const HELD = sampleRun({
  kind: 'refresh',
  state: 'held',
  problem: { code: 'far_fewer', text: 'The list has 2,000 contacts; Autotask sent 12.', remedy: 'Check the rights.' },
});

async function open(change: Partial<Pick<AtcHeldRefresh, 'activity' | 'problem'>> = {}) {
  const events: string[] = [];
  const note = ({ type }: Event) => events.push(type);
  const notice = await fixture<AtcHeldRefresh>(
    html`<atc-held-refresh
      .run=${HELD}
      .activity=${change.activity ?? null}
      .problem=${change.problem ?? null}
      @atc-refresh-release=${note}
      @atc-refresh-drop=${note}
    ></atc-held-refresh>`,
  );
  return { notice, events };
}

describe('atc-held-refresh', () => {
  it('says why the refresh is held, and what it probably means', async () => {
    const { notice } = await open();
    expect(textOf(deep(notice, '#why'))).toBe(
      'The fetched contacts are held back; the list is as it was. ' +
        'The list has 2,000 contacts; Autotask sent 12. Check the rights.',
    );
    await expectAccessible(notice);
  });

  it('offers the two ways out, each by its own button that the reason describes', async () => {
    const { notice, events } = await open();
    for (const name of ['Release', 'Drop']) {
      expect(button(notice, name).getAttribute('aria-describedby')).toBe('why');
      button(notice, name).click();
    }
    expect(events).toEqual(['atc-refresh-release', 'atc-refresh-drop']);
  });

  it('keeps its buttons and ignores presses while one is at work', async () => {
    const { notice, events } = await open({ activity: 'releasing' });
    for (const name of ['Release', 'Drop']) button(notice, name).click();
    expect(events).toHaveLength(0);
    await expectAccessible(notice);
  });

  it('says why the decision could not be carried out', async () => {
    const { notice } = await open({ problem: sampleProblem({ status: 0, code: 'network' }) });
    expect(textOf(deep(notice, 'atc-notice'))).toContain('still held back. The console could not be reached.');
    await expectAccessible(notice);
  });
});

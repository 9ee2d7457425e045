import { fixture, html, oneEvent } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import type { AtcRefreshBar } from '../../../../plugin-ui/runs/atc-refresh-bar.ts';
import '../../../../plugin-ui/runs/atc-refresh-bar.ts';
import { button, deep, textOf } from '../deep.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { sampleProblem, sampleRun } from '../fake-plugin-api.ts';

const DONE = sampleRun({ kind: 'refresh', total: 2000, finishedAt: '2026-11-24T08:10:00.000Z' });

async function open(change: Partial<AtcRefreshBar> = {}) {
  const events: string[] = [];
  const note = ({ type }: Event) => events.push(type);
  const bar = await fixture<AtcRefreshBar>(
    html`<atc-refresh-bar
      ?connected=${change.connected ?? true}
      ?has-list=${change.hasList ?? false}
      ?running=${change.running ?? false}
      .run=${change.run ?? null}
      .since=${change.since ?? 0}
      .problem=${change.problem ?? null}
      @atc-refresh-request=${note}
      @atc-refresh-refused=${note}
    ></atc-refresh-bar>`,
  );
  return { bar, events };
}

describe('atc-refresh-bar', () => {
  it('asks for a refresh', async () => {
    const { bar, events } = await open();
    button(bar, 'Get Autotask Contacts').click();
    expect(events).toEqual(['atc-refresh-request']);
    expect(textOf(deep(bar, '#info'))).toContain('Nothing in Autotask is changed.');
    await expectAccessible(bar);
  });

  it('says what is missing without a connection', async () => {
    const { bar, events } = await open({ connected: false });
    expect(button(bar, 'Get Autotask Contacts').getAttribute('aria-disabled')).toBe('true');
    expect(textOf(deep(bar, '#info'))).toBe('Save a UserName and Password first.');
    button(bar, 'Get Autotask Contacts').click();
    expect(events).toEqual(['atc-refresh-refused']);
    await expectAccessible(bar);
  });

  it('says when the contacts were last fetched', async () => {
    const { bar } = await open({ run: DONE });
    expect(textOf(deep(bar, '#info'))).toMatch(/^Last fetched Nov 24, 2026, .*: 2,000 contacts read\.$/);
  });

  it('shows the progress, keeps its name, and ignores presses while it runs', async () => {
    const run = sampleRun({ kind: 'refresh', state: 'running', total: 2000, done: 500 });
    const { bar, events } = await open({ running: true, run, since: Date.now() - 5000 });
    button(bar, 'Get Autotask Contacts').click();
    expect(events).toHaveLength(0);
    expect(deep(bar, '[role=progressbar]').getAttribute('aria-valuetext')).toBe('500 of 2,000 contacts read');
    await expectAccessible(bar);
  });

  it('offers to get everything anew beside a list', async () => {
    const { bar } = await open({ hasList: true });
    for (const [name, mode] of [
      ['Get everything anew', 'full'],
      ['Get Autotask Contacts', undefined],
    ] as const) {
      setTimeout(() => button(bar, name).click());
      expect(await oneEvent(bar, 'atc-refresh-request')).toMatchObject({ mode });
    }
    await expectAccessible(bar);
  });

  it('says what is behind a refresh that found nothing', async () => {
    const problem = { code: 'source_restricted', text: 'Autotask hides contacts.', remedy: 'Set View to All.' };
    const { bar } = await open({ run: { ...DONE, total: 0, problem } });
    expect(textOf(deep(bar, 'atc-notice'))).toBe('Autotask hides contacts. Set View to All.');
    await expectAccessible(bar);
  });

  it('says why a refresh failed, was cancelled, or could not be started', async () => {
    const problem = { code: 'source_throttled', text: 'Autotask is busy.', remedy: 'Wait some minutes.' };
    const { bar } = await open({ run: sampleRun({ kind: 'refresh', state: 'failed', problem }) });
    expect(textOf(deep(bar, 'atc-notice'))).toContain('the list is as it was. Autotask is busy. Wait some minutes.');
    expect(textOf(deep(bar, '#info'))).toMatch(/^Last tried Nov 24, 2026, /u);
    await expectAccessible(bar);
    bar.run = sampleRun({ kind: 'refresh', state: 'cancelled' });
    await bar.updateComplete;
    expect(textOf(deep(bar, 'atc-notice'))).toContain('was cancelled');
    bar.run = sampleRun({ kind: 'refresh', state: 'held', problem });
    await bar.updateComplete;
    expect(bar.shadowRoot!.querySelector('atc-notice')).toBe(null);
    expect(textOf(deep(bar, '#info'))).toMatch(/^Last tried /u);
    bar.run = DONE;
    bar.problem = sampleProblem({ status: 409, code: 'not_connected' });
    await bar.updateComplete;
    expect(textOf(deep(bar, 'atc-notice'))).toContain('Not connected to Autotask yet.');
  });
});

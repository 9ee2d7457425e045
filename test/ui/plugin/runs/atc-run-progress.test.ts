import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import type { RunView } from '../../../../core/contract/index.ts';
import type { AtcRunProgress } from '../../../../plugin-ui/runs/atc-run-progress.ts';
import '../../../../plugin-ui/runs/atc-run-progress.ts';
import { progressPhase, untilNextPhase } from '../../../../plugin-ui/runs/progress-phase.ts';
import { allDeep, button, deep, textOf } from '../deep.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { sampleRun } from '../fake-plugin-api.ts';

function open(run: RunView, secondsAgo: number): Promise<AtcRunProgress> {
  const since = Date.now() - secondsAgo * 1000;
  return fixture<AtcRunProgress>(html`<atc-run-progress .run=${run} .since=${since}></atc-run-progress>`);
}

const IMPORT = sampleRun({ state: 'running', total: 1200, done: 300 });

describe('atc-run-progress', () => {
  it('shows nothing for a second, then a spinner, a bar, and that it goes on by itself', () => {
    expect([0, 999, 1000, 2999, 3000, 9999, 10_000, 1e6].map(progressPhase)).toEqual([
      'none',
      'none',
      'spinner',
      'spinner',
      'bar',
      'bar',
      'background',
      'background',
    ]);
    expect([0, 400, 1000, 9000, 10_000].map(untilNextPhase)).toEqual([1000, 600, 2000, 1000, null]);
  });

  it('shows nothing at first', async () => {
    const progress = await open(IMPORT, 0);
    expect(textOf(progress.shadowRoot!.firstElementChild ?? document.createElement('p'))).toBe('');
    await expectAccessible(progress);
  });

  it('turns a spinner', async () => {
    const progress = await open(IMPORT, 2);
    expect(textOf(deep(progress, '.spinning'))).toBe('Importing contacts');
    await expectAccessible(progress);
  });

  it('shows a bar with numbers', async () => {
    const progress = await open(IMPORT, 5);
    const bar = deep(progress, '[role=progressbar]');
    expect(bar.getAttribute('aria-valuenow')).toBe('300');
    expect(bar.getAttribute('aria-valuemax')).toBe('1200');
    expect(bar.getAttribute('aria-valuetext')).toBe('300 of 1,200 contacts done');
    expect(textOf(deep(progress, '.line'))).toBe('Importing contacts 300 of 1,200 contacts done');
    await expectAccessible(progress);
  });

  it('claims no share while the total is unknown', async () => {
    const progress = await open(sampleRun({ kind: 'refresh', state: 'running', done: 40 }), 5);
    const bar = deep(progress, '[role=progressbar]');
    expect(bar.hasAttribute('aria-valuenow')).toBe(false);
    expect(textOf(deep(progress, '.line'))).toBe('Getting contacts from Autotask 40 contacts read');
    await expectAccessible(progress);
  });

  it('says that a long run goes on in the background, and that a queued one waits', async () => {
    const progress = await open(sampleRun({ state: 'queued', total: 10 }), 20);
    expect(textOf(deep(progress, '.running'))).toContain('Waiting for its turn');
    expect(textOf(deep(progress, '.running'))).toContain('you may leave this page');
    await expectAccessible(progress);
  });

  it('keeps its numbers when a run makes way for another one and waits for a moment', async () => {
    const progress = await open({ ...IMPORT, state: 'queued' }, 20);
    expect(textOf(deep(progress, '.line'))).toBe('Importing contacts 300 of 1,200 contacts done');
    expect(deep(progress, '[role=progressbar]').getAttribute('aria-valuenow')).toBe('300');
  });

  it.each([2, 5])('offers to cancel it, once, after %i seconds', async (seconds) => {
    const progress = await open(IMPORT, seconds);
    expect(allDeep(progress.shadowRoot!, 'button')).toHaveLength(0);
    progress.cancellable = true;
    await progress.updateComplete;
    let asked = 0;
    progress.addEventListener('atc-run-cancel', () => {
      asked += 1;
    });
    const cancel = button(progress, 'Cancel');
    expect(deep(progress, `#${cancel.getAttribute('aria-describedby')}`).textContent).toBe('Importing contacts');
    cancel.click();
    progress.cancelling = true;
    await progress.updateComplete;
    button(progress, 'Cancel').click();
    expect(asked).toBe(1);
    await expectAccessible(progress);
  });

  it('says that it is stopping', async () => {
    const progress = await open(IMPORT, 5);
    progress.cancelling = true;
    await progress.updateComplete;
    expect(textOf(deep(progress, '.line'))).toBe('Importing contacts Stopping');
  });
});

import { fixture, html, oneEvent } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import type { AtcRunResult } from '../../../../plugin-ui/runs/atc-run-result.ts';
import '../../../../plugin-ui/runs/atc-run-result.ts';
import { allDeep, button, deep, focused, textOf } from '../deep.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { sampleProblem, sampleRun } from '../fake-plugin-api.ts';

const RUN = sampleRun({ total: 15, done: 15, created: 9, updated: 2, unchanged: 1, failed: 2, notAttempted: 1 });

describe('atc-run-result', () => {
  it('splits the result into numbers that add up', async () => {
    const result = await fixture<AtcRunResult>(html`<atc-run-result .run=${RUN}></atc-run-result>`);
    const numbers = allDeep(result.shadowRoot!, 'dd').map((number) => Number(textOf(number)));
    expect(numbers).toEqual([9, 2, 1, 2, 1]);
    expect(numbers.reduce((sum, number) => sum + number)).toBe(RUN.total);
    expect(textOf(deep(result, 'header'))).toContain('15 contacts in all');
    await expectAccessible(result);
  });

  it('takes the focus on its heading, and goes when it is closed', async () => {
    const result = await fixture<AtcRunResult>(html`<atc-run-result .run=${RUN}></atc-run-result>`);
    result.focus();
    expect(textOf(focused()!)).toBe('Import finished');
    setTimeout(() => button(result, 'Close').click());
    await oneEvent(result, 'atc-result-close');
  });

  it('says where the reasons are, and whether the failed contacts are selected still', async () => {
    const result = await fixture<AtcRunResult>(html`<atc-run-result .run=${RUN} keeps-failed></atc-run-result>`);
    expect(textOf(deep(result, 'section'))).toContain('These contacts are still selected.');
    result.keepsFailed = false;
    await result.updateComplete;
    expect(textOf(deep(result, 'section'))).not.toContain('still selected');
  });

  it('says why a run stopped as a whole', async () => {
    const problem = { code: 'console_unavailable', text: 'Managed Backup could not be reached.', remedy: 'Wait.' };
    const run = sampleRun({ state: 'failed', total: 3, notAttempted: 3, problem });
    const result = await fixture<AtcRunResult>(html`<atc-run-result .run=${run}></atc-run-result>`);
    expect(textOf(deep(result, 'h3'))).toBe('The import stopped');
    expect(textOf(deep(result, 'section'))).toContain('Managed Backup could not be reached. Wait.');
    await expectAccessible(result);
  });

  it('says how many were not attempted of an import that was cancelled', async () => {
    const run = sampleRun({ state: 'cancelled', total: 1500, done: 300, created: 300, notAttempted: 1200 });
    const result = await fixture<AtcRunResult>(html`<atc-run-result .run=${run}></atc-run-result>`);
    expect(textOf(deep(result, 'h3'))).toBe('The import was cancelled');
    expect(textOf(deep(result, 'section'))).toContain('1,200 contacts were not attempted; nothing was done for them.');
    expect(allDeep(result.shadowRoot!, 'button').map(textOf)).toEqual(['Close']);
    await expectAccessible(result);
  });

  it('offers to retry those that failed, unless another import is under way', async () => {
    const result = await fixture<AtcRunResult>(html`<atc-run-result .run=${RUN} busy></atc-run-result>`);
    let asked = 0;
    result.addEventListener('atc-run-retry', () => {
      asked += 1;
    });
    expect(textOf(button(result, 'Retry failed'))).toBe('Retry failed (2)');
    button(result, 'Retry failed').click();
    expect(asked).toBe(0);
    result.busy = false;
    await result.updateComplete;
    button(result, 'Retry failed').click();
    expect(asked).toBe(1);
  });

  it('offers the failed rows as a file, and none when no row has failed', async () => {
    const file = '/plugin/api/runs/run-1/items.csv?outcome=failed';
    const result = await fixture<AtcRunResult>(html`<atc-run-result .run=${RUN} .failedFile=${file}></atc-run-result>`);
    const link = deep<HTMLAnchorElement>(result, 'a[download]');
    expect(textOf(link)).toBe('Export failed');
    expect(link.getAttribute('href')).toBe(file);
    await expectAccessible(result);
    result.failedFile = null;
    await result.updateComplete;
    expect(allDeep(result.shadowRoot!, 'a')).toHaveLength(0);
  });

  it('says why they were not retried', async () => {
    const problem = sampleProblem({ status: 409, code: 'nothing_to_retry', detail: 'It has failed for no contact.' });
    const result = await fixture<AtcRunResult>(html`<atc-run-result .run=${RUN} .problem=${problem}></atc-run-result>`);
    expect(textOf(deep(result, 'atc-notice'))).toBe(
      'The failed contacts were not retried. It has failed for no contact. ' +
        'Tick contacts in the list to import them again.',
    );
    await expectAccessible(result);
  });
});

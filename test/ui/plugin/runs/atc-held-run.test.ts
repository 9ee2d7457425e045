import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { tooShort } from '../../../../core/use-cases/refresh-findings.ts';
import type { AtcHeldRun } from '../../../../plugin-ui/runs/atc-held-run.ts';
import '../../../../plugin-ui/runs/atc-held-run.ts';
import { button, deep, textOf } from '../deep.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { sampleProblem, sampleRun } from '../fake-plugin-api.ts';

const HELD = sampleRun({
  kind: 'refresh',
  state: 'held',
  problem: { code: 'far_fewer', text: 'The list has 2,000 contacts; Autotask sent 12.', remedy: 'Check the rights.' },
});

const HELD_IMPORT = sampleRun({
  state: 'held',
  problem: { code: 'import_held', text: 'The import would change 60 users.', remedy: 'Release it if that is meant.' },
});

async function open(change: Partial<Pick<AtcHeldRun, 'run' | 'activity' | 'problem'>> = {}) {
  const events: string[] = [];
  const note = ({ type }: Event) => events.push(type);
  const notice = await fixture<AtcHeldRun>(
    html`<atc-held-run
      .run=${change.run ?? HELD}
      .activity=${change.activity ?? null}
      .problem=${change.problem ?? null}
      @atc-run-release=${note}
      @atc-run-drop=${note}
    ></atc-held-run>`,
  );
  return { notice, events };
}

describe('atc-held-run', () => {
  it('says why the refresh is held, and what it probably means', async () => {
    const { notice } = await open();
    expect(textOf(deep(notice, '#why'))).toBe(
      'The fetched contacts are held back; the list is as it was. ' +
        'The list has 2,000 contacts; Autotask sent 12. Check the rights.',
    );
    await expectAccessible(notice);
  });

  it('says once that the list stayed, and calls the way out as its button does', async () => {
    const problem = tooShort(2000, 12, undefined);
    const { notice } = await open({ run: sampleRun({ kind: 'refresh', state: 'held', problem }) });
    expect(textOf(deep(notice, '#why'))).toBe(
      'The fetched contacts are held back; the list is as it was. ' +
        'Autotask showed only 12 contacts, but the list has 2000. ' +
        'Most likely the API user was given fewer rights in Autotask, or many contacts were deleted there. ' +
        'Check the security level of the API user under CRM. ' +
        'Release the new list to take over what Autotask shows, or drop it to keep the old one.',
    );
    expect(textOf(button(notice, 'Release'))).toBe('Release the new list');
  });

  it('offers the two ways out, each by its own button that the reason describes', async () => {
    const { notice, events } = await open();
    for (const name of ['Release', 'Drop']) {
      expect(button(notice, name).getAttribute('aria-describedby')).toBe('why');
      button(notice, name).click();
    }
    expect(events).toEqual(['atc-run-release', 'atc-run-drop']);
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

  it('speaks of an import in its own words', async () => {
    const { notice, events } = await open({ run: HELD_IMPORT, problem: sampleProblem({ status: 0, code: 'network' }) });
    expect(textOf(deep(notice, '#why'))).toBe(
      'An import is held back. ' + 'The import would change 60 users. Release it if that is meant.',
    );
    expect(textOf(deep(notice, 'atc-notice'))).toContain('The import is still held back.');
    for (const name of ['Release the import', 'Drop the import']) button(notice, name).click();
    expect(events).toEqual(['atc-run-release', 'atc-run-drop']);
    await expectAccessible(notice);
  });
});

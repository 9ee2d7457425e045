import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ImportPreview, PreviewedContact } from '../../../../core/contract/index.ts';
import type { AtcImportDialog } from '../../../../plugin-ui/runs/atc-import-dialog.ts';
import '../../../../plugin-ui/runs/atc-import-dialog.ts';
import { allDeep, button, deep, focused, textOf } from '../deep.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { sampleProblem } from '../fake-plugin-api.ts';

const named = (contactId: string, effect: PreviewedContact['effect']): PreviewedContact => ({
  contactId,
  firstName: 'Ada',
  lastName: `Lovelace ${contactId}`,
  email: 'ada@acme.example',
  account: 'Acme',
  effect,
  reason: effect === 'blocked' ? 'destination_required' : null,
});

const PREVIEW: ImportPreview = {
  create: 9,
  update: 2,
  unchanged: 1,
  blocked: [
    {
      code: 'destination_required',
      count: 3,
      reason: { code: 'destination_required', text: 'No destination is chosen.', remedy: 'Choose one.' },
    },
  ],
  byDestination: [{ destinationId: 'd1', count: 11 }],
  byPackage: [{ packageId: 'p1', count: 11 }],
  named: [named('1', 'create'), named('2', 'create'), named('3', 'update'), named('4', 'blocked')],
  capacityGb: 1792,
  fingerprint: 'f1',
  mailsInstructions: true,
};

async function open(preview: ImportPreview | null) {
  const events: string[] = [];
  const note = ({ type }: Event) => events.push(type);
  const dialog = await fixture<AtcImportDialog>(
    html`<atc-import-dialog
      .preview=${preview}
      column="Bucket"
      .destinationName=${() => 'acme-backups'}
      .packageName=${() => 'Starter'}
      @atc-import-confirm=${note}
      @atc-import-cancel=${note}
      @atc-instructions-toggle=${note}
    ></atc-import-dialog>`,
  );
  return { dialog, events, inner: deep<HTMLDialogElement>(dialog, 'dialog') };
}

describe('atc-import-dialog', () => {
  it('is closed without a preview', async () => {
    const { inner } = await open(null);
    expect(inner.open).toBe(false);
  });

  it('says what will happen in exact numbers, and why contacts are blocked', async () => {
    const { dialog, inner } = await open(PREVIEW);
    expect(inner.matches(':modal')).toBe(true);
    expect(allDeep(dialog.shadowRoot!, '.tile').map(textOf)).toEqual([
      'will be created 9',
      'will be updated 2',
      'left alone 1',
      'blocked 3',
    ]);
    expect(textOf(deep(dialog, '.reasons'))).toContain(
      '3 No destination is chosen. Choose a destination in the row; new ones are made on the Storage Accounts page.',
    );
    expect(allDeep(dialog.shadowRoot!, '.names').map(textOf)).toEqual(['acme-backups11', 'Starter11']);
    expect(textOf(inner)).toContain('The packages of the new users add up to 1.75 TB.');
    await expectAccessible(dialog);
  });

  it('names the first contacts of each effect and reason on demand, and says how many more there are', async () => {
    const { dialog, inner } = await open(PREVIEW);
    const lists = [...inner.querySelectorAll('details')];
    expect(lists.some(({ open: isOpen }) => isOpen)).toBe(false);
    for (const list of lists) list.querySelector('summary')!.click();
    expect(lists.map(textOf)).toEqual([
      'Who is new Ada Lovelace 1 Acme Ada Lovelace 2 Acme and 7 more',
      'Who changes Ada Lovelace 3 Acme and 1 more',
      'Who these are Ada Lovelace 4 Acme and 2 more',
    ]);
    expect(deep(dialog, '.reasons').contains(lists[2]!)).toBe(true);
    await expectAccessible(dialog);
  });

  it('imports by Enter, its button saying how many', async () => {
    const { dialog, events } = await open(PREVIEW);
    expect(focused()).toBe(button(dialog, 'Import 12 contacts'));
    await userEvent.keyboard('{Enter}');
    expect(events).toEqual(['atc-import-confirm']);
  });

  it('is left by Escape and by Cancel', async () => {
    const { dialog, events, inner } = await open(PREVIEW);
    await userEvent.keyboard('{Escape}');
    button(dialog, 'Cancel').click();
    expect(events).toEqual(['atc-import-cancel', 'atc-import-cancel']);
    expect(inner.open).toBe(true);
    dialog.preview = null;
    await dialog.updateComplete;
    expect(inner.open).toBe(false);
  });

  it('says beforehand that nothing can go ahead, and what importing would then do', async () => {
    const { dialog, events } = await open({ ...PREVIEW, create: 0, update: 0, unchanged: 0 });
    expect(textOf(deep(dialog, '#why'))).toContain('None of the selected contacts can be imported');
    expect(focused()).toBe(button(dialog, 'Cancel'));
    await expectAccessible(dialog);
    button(dialog, 'Import anyway').click();
    expect(events).toEqual(['atc-import-confirm']);
  });

  it('imports once, however often it is pressed', async () => {
    const { dialog, events } = await open(PREVIEW);
    dialog.starting = true;
    await dialog.updateComplete;
    button(dialog, 'Import 12 contacts').click();
    expect(events).toHaveLength(0);
  });

  it('says that the plan has changed, or why the import was not started', async () => {
    const { dialog } = await open(PREVIEW);
    dialog.problem = sampleProblem({ status: 409, code: 'plan_changed' });
    dialog.earlier = { ...PREVIEW, create: 1008, unchanged: 4, blocked: [] };
    await dialog.updateComplete;
    const alert = deep(dialog, '[role=alert]');
    expect(allDeep(alert, 'li').map(textOf)).toEqual([
      '9 users would be created now; the preview said 1,008.',
      '1 user would be left alone now; the preview said 4.',
      '3 contacts are blocked now; the preview said 0.',
    ]);
    expect(textOf(alert)).toMatch(
      /^The import would do something else now\. Nothing was imported\. .* confirm again\.$/,
    );
    await expectAccessible(dialog);
    dialog.earlier = { ...PREVIEW };
    await dialog.updateComplete;
    expect(allDeep(alert, 'li').map(textOf)).toEqual([
      'The numbers are the same, but some contacts or users have other values now.',
    ]);
    dialog.problem = sampleProblem({ status: 403, code: 'not_allowed' });
    await dialog.updateComplete;
    expect(textOf(deep(dialog, 'atc-notice'))).toContain('You may not do this.');
    await expectAccessible(dialog);
  });

  it('says that a package is without limit rather than a sum', async () => {
    const { inner } = await open({ ...PREVIEW, capacityGb: null });
    expect(textOf(inner)).toContain('without limit');
  });

  it('says of a changed plan what each number was before', async () => {
    const { dialog } = await open(PREVIEW);
    dialog.earlier = PREVIEW;
    dialog.preview = { ...PREVIEW, create: 1008, unchanged: 2 };
    await dialog.updateComplete;
    expect(allDeep(dialog.shadowRoot!, '.tile').map(textOf)).toEqual([
      'will be created 1,008 before: 9',
      'will be updated 2',
      'left alone 2 before: 1',
      'blocked 3',
    ]);
    await expectAccessible(dialog);
  });

  it('scrolls a long list inside the dialog, by keyboard too, and keeps its buttons in sight', async () => {
    const byDestination = Array.from({ length: 300 }, (_, index) => ({ destinationId: `d${index}`, count: 1 }));
    const { dialog, inner } = await open({ ...PREVIEW, byDestination });
    const list = deep(dialog, '[role=region][aria-label="By Bucket"]');
    expect(list.scrollHeight).toBeGreaterThan(list.clientHeight);
    expect(list.tabIndex).toBe(0);
    expect(inner.getBoundingClientRect().bottom).toBeLessThanOrEqual(window.innerHeight);
    expect(button(dialog, 'Import 12').getBoundingClientRect().bottom).toBeLessThanOrEqual(window.innerHeight);
    await expectAccessible(dialog);
  });

  it('offers to have the new users sent their instructions where that can be done, off unless told otherwise', async () => {
    const { dialog, events } = await open(PREVIEW);
    const box = deep<HTMLInputElement>(dialog, 'input[type=checkbox]');
    expect(box.checked).toBe(false);
    expect(textOf(box.closest('label')!)).toBe('Have Managed Backup email the new users their instructions');
    box.click();
    expect(events).toEqual(['atc-instructions-toggle']);
    dialog.instructions = true;
    await dialog.updateComplete;
    expect(box.checked).toBe(true);
    dialog.preview = { ...PREVIEW, create: 0 };
    await dialog.updateComplete;
    expect(allDeep(dialog.shadowRoot!, 'input')).toHaveLength(0);
    dialog.preview = { ...PREVIEW, mailsInstructions: false };
    await dialog.updateComplete;
    expect(allDeep(dialog.shadowRoot!, 'input')).toHaveLength(0);
  });
});

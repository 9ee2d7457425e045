import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { BulkChoiceEvent } from '../../../../plugin-ui/contacts/assign-bar-events.ts';
import type { AtcAssignBar } from '../../../../plugin-ui/contacts/atc-assign-bar.ts';
import '../../../../plugin-ui/contacts/atc-assign-bar.ts';
import type { AssignmentChange } from '../../../../plugin-ui/contacts/assignments.ts';
import { AssignEvent } from '../../../../plugin-ui/contacts/contact-events.ts';
import '../../../../plugin-ui/shared/navigate-event.ts';
import { button, deep, focused, textOf } from '../deep.ts';
import { eventually } from '../eventually.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { sampleProblem } from '../fake-plugin-api.ts';
import { DESTINATIONS, PACKAGES, sampleContact } from '../sample-contacts.ts';
import { comboBox, labelled } from './open-table.ts';

const OFFER = new AssignEvent({
  item: sampleContact(),
  change: { packageId: 'p2' },
  column: 'Package',
  choice: 'Standard',
});

async function open(change: Partial<AtcAssignBar> = {}) {
  const events: Event[] = [];
  const chosen: AssignmentChange[] = [];
  const note = (event: Event) => events.push(event);
  const bar = await fixture<AtcAssignBar>(
    html`<atc-assign-bar
      .count=${change.count ?? 12}
      .destinations=${change.destinations ?? DESTINATIONS}
      .packages=${change.packages ?? PACKAGES}
      .choice=${change.choice ?? {}}
      .problem=${change.problem ?? null}
      .saved=${change.saved ?? null}
      .offer=${change.offer ?? null}
      ?saving=${change.saving ?? false}
      catalog-known
      @atc-bulk-choice=${({ change }: BulkChoiceEvent) => chosen.push(change)}
      @atc-bulk-assign=${note}
      @atc-bulk-refused=${note}
      @atc-fill-down=${note}
    ></atc-assign-bar>`,
  );
  await eventually(() => bar.shadowRoot!.querySelector('.pending-choice') === null, 'drop-downs after the first paint');
  return { bar, chosen, types: () => events.map(({ type }) => type) };
}

const describedBy = (box: Element) => {
  const ids = box.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => (box.getRootNode() as ShadowRoot).getElementById(id)?.textContent ?? '').join(' ');
};

const note = (bar: Element) => textOf(deep(bar, '.note'));

describe('atc-assign-bar', () => {
  it('stands with nothing selected, too, and says why it can’t be used', async () => {
    const { bar } = await open({ count: 0, choice: { destinationId: 'd1' } });
    const told: string[] = [];
    bar.addEventListener('atc-bulk-refused', ({ why }) => told.push(why));
    const press = button(bar, 'Assign to contacts');
    expect(press.getAttribute('aria-disabled')).toBe('true');
    expect(note(bar)).toBe('Tick the check boxes of the contacts to assign to.');
    press.click();
    expect(told).toEqual([note(bar)]);
    await expectAccessible(bar);
  });

  it('says that something is to be chosen first', async () => {
    const { bar, types } = await open({ choice: { destinationId: null } });
    expect(note(bar)).toBe('Choose what to assign first.');
    button(bar, 'Assign to 12 contacts').click();
    expect(types()).toEqual(['atc-bulk-refused']);
    await expectAccessible(bar);
  });

  it('is chosen from by typing and Enter', async () => {
    const { bar, chosen } = await open();
    labelled(bar, 'Bucket to assign').focus();
    await userEvent.keyboard('clients');
    await eventually(() => comboBox(bar, 'Bucket to assign').opened);
    await userEvent.keyboard('{Enter}');
    await eventually(() => chosen.length === 1);
    expect(chosen).toEqual([{ destinationId: 'd2' }]);
  });

  it('says that nothing matches what is typed, whatever Enter is pressed for, and no longer once it is taken back', async () => {
    const { bar, chosen } = await open({ choice: { packageId: 'p2' } });
    const box = labelled(bar, 'Package to assign');
    const height = bar.offsetHeight;
    const said = () => comboBox(bar, 'Package to assign').querySelector('.unmatched')?.textContent ?? '';
    box.focus();
    await userEvent.fill(box, 'zzz');
    await eventually(() => said() === 'Nothing matches what is typed.');
    await eventually(() => describedBy(box) === said(), 'a description of the box');
    expect(bar.offsetHeight).toBe(height);
    await expectAccessible(bar);
    await userEvent.keyboard('{Enter}');
    expect(said()).toBe('Nothing matches what is typed.');
    await userEvent.fill(box, 'serv');
    await eventually(() => said() === '');
    await userEvent.fill(box, 'zzz');
    await eventually(() => said() !== '');
    await userEvent.keyboard('{Escape}');
    await eventually(() => said() === '');
    expect(box.value).toBe('Standard');
    await userEvent.fill(box, 'zzz');
    await eventually(() => said() !== '');
    box.blur();
    await eventually(() => said() === '' && box.value === 'Standard');
    expect(chosen).toEqual([]);
  });

  it('takes a choice back when its box is emptied', async () => {
    const { bar, chosen } = await open({ choice: { packageId: 'p2' } });
    expect(labelled(bar, 'Package to assign').value).toBe('Standard');
    labelled(bar, 'Package to assign').focus();
    await userEvent.keyboard('{Delete}{Enter}');
    await eventually(() => chosen.length === 1);
    expect(chosen).toEqual([{ packageId: null }]);
  });

  it('says in its closed box that what is chosen there was disabled meanwhile', async () => {
    const { bar } = await open({ choice: { packageId: 'p2' } });
    bar.packages = PACKAGES.map((item) => (item.id === 'p2' ? { ...item, enabled: false } : item));
    await bar.updateComplete;
    expect(labelled(bar, 'Package to assign').value).toBe('Standard (disabled)');
    expect(comboBox(bar, 'Package to assign').title).toBe('Standard (disabled)');
  });

  it('leaves what is being typed alone when packages are read again', async () => {
    const { bar } = await open({ choice: { packageId: 'p2' } });
    const box = labelled(bar, 'Package to assign');
    box.focus();
    await userEvent.fill(box, 'Serv');
    bar.packages = PACKAGES.map((item) => ({ ...item, assigned: item.assigned + 1 }));
    await bar.updateComplete;
    expect(box.value).toBe('Serv');
  });

  it('assigns to all that are selected, and ignores presses while it does', async () => {
    const { bar, types } = await open({ count: 1, choice: { packageId: 'p2' } });
    button(bar, 'Assign to 1 contact').click();
    expect(types()).toEqual(['atc-bulk-assign']);
    bar.saving = true;
    await bar.updateComplete;
    button(bar, 'Assign to 1 contact').click();
    expect(types()).toHaveLength(1);
    await expectAccessible(bar);
  });

  it('says beside itself what was saved, and why something was not', async () => {
    const { bar } = await open({ choice: { packageId: 'p2' }, saved: 'Saved for 12 contacts: Standard.' });
    expect(note(bar)).toBe('Saved for 12 contacts: Standard.');
    bar.saved = null;
    bar.problem = sampleProblem({ status: 422, code: 'package_unknown', detail: 'The package was deleted.' });
    await bar.updateComplete;
    expect(textOf(deep(bar, 'atc-notice'))).toBe('Nothing was assigned. The package was deleted.');
    expect(labelled(bar, 'Package to assign').value).toBe('Standard');
    await expectAccessible(bar);
  });

  it('does not claim that nothing was saved when the answer was lost', async () => {
    const { bar } = await open({ problem: sampleProblem({ status: 0, code: 'network' }) });
    expect(textOf(deep(bar, 'atc-notice'))).toContain('It is not known whether the choice was saved.');
  });

  it('offers to fill the choice of a row down, and keeps the focus when the offer is gone', async () => {
    const { bar, types } = await open({ offer: OFFER });
    expect(note(bar)).toBe('Ann Lee has got “Standard”. Apply to all 12 selected');
    await expectAccessible(bar);
    button(bar, 'Apply to all 12 selected').focus();
    button(bar, 'Apply to all 12 selected').click();
    expect(types()).toEqual(['atc-fill-down']);
    bar.problem = sampleProblem({ detail: 'Managed Backup is away.' });
    await bar.updateComplete;
    expect(focused()).toBe(button(bar, 'Apply to all 12 selected'));
    expect(note(bar)).toContain('Nothing was assigned. Managed Backup is away.');
    bar.offer = null;
    await bar.updateComplete;
    expect(focused()).toBe(button(bar, 'Assign to 12 contacts'));
  });

  it('leads to where destinations and packages are made while there are none', async () => {
    const { bar } = await open({ destinations: [], packages: [] });
    const pages: string[] = [];
    bar.addEventListener('autotask-navigate', ({ detail }) => pages.push(detail.page));
    button(bar, 'Storage Accounts page').click();
    button(bar, 'Packages page').click();
    expect(pages).toEqual(['storage-accounts', 'packages']);
    await expectAccessible(bar);
  });
});

import { fixture, html, oneEvent } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ContactItem } from '../../../../core/contract/index.ts';
import type { AtcContactDetails } from '../../../../plugin-ui/contacts/atc-contact-details.ts';
import '../../../../plugin-ui/contacts/atc-contact-details.ts';
import { allDeep, button, deep, focused, textOf } from '../deep.ts';
import { eventually } from '../eventually.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { sampleProblem } from '../fake-plugin-api.ts';
import { DESTINATIONS, sampleContact, sampleContacts, sampleDetail } from '../sample-contacts.ts';
import { bodyRows, cellOf, labelled, openTable } from './open-table.ts';

const GONE = { code: 'package_gone', text: 'The chosen package no longer exists.', remedy: 'Choose another.' } as const;

async function openDetails(item: ContactItem, change: Parameters<typeof sampleDetail>[1] = {}) {
  const details = await fixture<AtcContactDetails>(
    html`<atc-contact-details .item=${item} .read=${async () => sampleDetail(item, change)}></atc-contact-details>`,
  );
  await eventually(() => allDeep(details.shadowRoot!, 'li').length > 0, 'the trace');
  return details;
}

const trace = (details: Element) => allDeep(details.shadowRoot!, 'li').map(textOf);

describe('atc-contact-details', () => {
  it('tells how a new contact stands, step by step', async () => {
    const details = await openDetails(sampleContact());
    expect(trace(details)).toEqual([
      'Read from Autotask as contact 1 of account “Acme Dental”.',
      'The contact and its account are active.',
      'Looked for a user with the email ann.lee@acmedental.example.',
      'No user has this email yet.',
      'No other contact has this email address.',
      'So there is no user of this contact in Managed Backup.',
      'An import now would create a user.',
    ]);
    await expectAccessible(details);
  });

  it('shows each field that differs with both values and the side that changed', async () => {
    const difference = { field: 'lastName', autotask: 'Lee', mbs: '', changedIn: 'both' } as const;
    const item = sampleContact({ status: 'modified', userId: 'u1', difference: [difference] });
    const details = await openDetails(item, { ownership: 'own', effect: 'update' });
    const cells = allDeep(details.shadowRoot!, 'tbody th, tbody td').map(textOf);
    expect(cells).toEqual(['Last name', 'Lee', '(empty)', 'Both sides']);
    expect(trace(details)).toContain('That user (u1) belongs to this contact.');
    expect(trace(details).at(-1)).toBe('An import now would bring the user in step with Autotask.');
    await expectAccessible(details);
  });

  it.each([320, 1280])('breaks no word of a field or a value at %i px', async (width) => {
    const differences = (['firstName', 'lastName', 'account'] as const).map(
      (field) => ({ field, autotask: 'Transport Adamczyk', mbs: 'Miller-Renamed', changedIn: 'mbs' }) as const,
    );
    const item = sampleContact({ status: 'modified', userId: 'u1', difference: differences });
    const details = await openDetails(item, { ownership: 'own', effect: 'update' });
    details.style.inlineSize = `${width - 60}px`;
    for (const cell of allDeep(details.shadowRoot!, 'tbody :is(th, td)')) {
      const words = textOf(cell).split(/[ -]/u);
      const range = document.createRange();
      range.selectNodeContents(cell.querySelector('bdi') ?? cell);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      expect(lines.size).toBeLessThanOrEqual(words.length);
      expect(cell.scrollWidth).toBeLessThanOrEqual(cell.clientWidth);
    }
    expect(details.scrollWidth).toBeLessThanOrEqual(width - 60);
    await expectAccessible(details);
  });

  it('says why a contact failed and leads to the page where that is mended', async () => {
    const item = sampleContact({ status: 'failed', problem: GONE.code, reason: GONE });
    const details = await openDetails(item, { effect: 'blocked', blockedBy: GONE });
    expect(trace(details)).toContain('The last import failed: The chosen package no longer exists.');
    expect(trace(details).at(-1)).toBe('An import now would be refused: The chosen package no longer exists.');
    setTimeout(() => button(details, 'Packages page').click());
    expect((await oneEvent(details, 'autotask-navigate')).detail).toEqual({ page: 'packages' });
    await expectAccessible(details);
  });

  it('gives the reason of what would block an import, though nothing has failed yet', async () => {
    const blockedBy = { code: 'email_missing', text: 'In the server’s words.', remedy: 'Mend it.' } as const;
    const details = await openDetails(sampleContact({ email: '' }), { effect: 'blocked', blockedBy });
    expect(textOf(details.shadowRoot!.querySelector('.details')!)).toContain(
      'Enter an email address for the contact in Autotask',
    );
    expect(trace(details)).toContain('It has no email address, so no user can be looked for.');
    expect(details.shadowRoot!.querySelector('button')).toBe(null);
  });

  it('names the contacts that share the email', async () => {
    const details = await openDetails(sampleContact(), { sharedWith: ['17', '18'], ownership: 'ambiguous' });
    expect(trace(details)).toContain('2 other contacts have the same email address: 17 and 18.');
  });

  it('says that the details could not be read, and tries again', async () => {
    const item = sampleContact();
    let fails = true;
    const read = async () => {
      if (fails) throw sampleProblem({ status: 0, code: 'network' });
      return sampleDetail(item);
    };
    const details = await fixture<AtcContactDetails>(
      html`<atc-contact-details .item=${item} .read=${read}></atc-contact-details>`,
    );
    await eventually(() => textOf(deep(details, '.details')).includes('The console could not be reached.'));
    await expectAccessible(details);
    fails = false;
    button(details, 'Try again').click();
    await eventually(() => trace(details).length > 0);
  });

  it('never shows the details of another contact, whatever comes late', async () => {
    const [ann, bob] = [sampleContact(), sampleContact({ id: '2', account: 'Baker' })];
    const answers = new Map<string, () => void>();
    const read = async (id: string) => {
      await new Promise<void>((resolve) => answers.set(id, resolve));
      return sampleDetail(id === '1' ? ann : bob);
    };
    const details = await fixture<AtcContactDetails>(
      html`<atc-contact-details .item=${ann} .read=${read}></atc-contact-details>`,
    );
    details.item = bob;
    await details.updateComplete;
    answers.get('2')!();
    await eventually(() => trace(details).length > 0);
    answers.get('1')!();
    await details.updateComplete;
    expect(trace(details)[0]).toContain('account “Baker');
  });
});

describe('atc-contact-table: details of a row', () => {
  const detailOf = async (id: string) => sampleDetail(sampleContacts(40).find((item) => item.id === id)!);

  async function openFirst() {
    const items = sampleContacts(40);
    const { table } = await openTable(items, { detailOf });
    const first = items[0]!;
    return { table, toggle: button(table, `Details of ${first.firstName} ${first.lastName}`) };
  }

  it('shows by keyboard all of the names that the boxes of the row cut off, while the row stays as high as it was', async () => {
    const name = 'customer-backups-of-the-northern-branch-offices-since-2019-eu-central-1';
    const items = [sampleContact({ destinationId: 'd1', packageId: 'p1' })];
    const { table } = await openTable(items, {
      destinations: DESTINATIONS.map((one) => (one.id === 'd1' ? { ...one, name } : one)),
    });
    const input = labelled(table, 'Bucket for Ann Lee');
    expect(input.scrollWidth).toBeGreaterThan(input.clientWidth);
    const cell = cellOf(bodyRows(table)[0]!, 1);
    const before = cell.clientHeight;
    button(table, 'Details of Ann Lee').focus();
    await userEvent.keyboard('{Enter}');
    await eventually(() => allDeep(table.shadowRoot!, 'dl').length > 0);
    expect(allDeep(table.shadowRoot!, 'dl > div').map(textOf)).toEqual([`Bucket ${name}`, 'Package Starter']);
    const whole = deep(table, 'dd');
    expect(whole.scrollWidth).toBeLessThanOrEqual(deep(table, '.details').clientWidth);
    expect(cell.clientHeight).toBe(before);
    await expectAccessible(table);
  });

  it('says nothing of what is assigned before it is known what exists', async () => {
    const items = [sampleContact({ destinationId: 'd1', packageId: 'p1' })];
    const { table } = await openTable(items, { detailOf: async () => sampleDetail(items[0]!), catalogKnown: false });
    button(table, 'Details of Ann Lee').click();
    await eventually(() => allDeep(table.shadowRoot!, 'ol').length > 0);
    expect(allDeep(table.shadowRoot!, 'dl')).toHaveLength(0);
    table.catalogKnown = true;
    await eventually(() => allDeep(table.shadowRoot!, 'dl > div').length === 2);
  });

  it('opens them below the row and closes them again', async () => {
    const { table, toggle } = await openFirst();
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    toggle.click();
    await eventually(() => allDeep(table.shadowRoot!, 'li').length > 0);
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    await expectAccessible(table);
    toggle.click();
    await eventually(() => toggle.getAttribute('aria-expanded') === 'false');
  });

  it('is reached, opened and closed by keyboard, and Escape leads back to its button', async () => {
    const { table, toggle } = await openFirst();
    cellOf(bodyRows(table)[0]!, 0).focus();
    await userEvent.keyboard('{End}{Enter}');
    await eventually(() => focused() === toggle);
    await userEvent.keyboard('{Enter}');
    await eventually(() => allDeep(table.shadowRoot!, 'li').length > 0);
    await userEvent.keyboard('{Escape}');
    await eventually(() => toggle.getAttribute('aria-expanded') === 'false');
    expect(focused()).toBe(toggle);
  });

  it('closes from inside the details, too', async () => {
    const { table, toggle } = await openFirst();
    toggle.click();
    await eventually(() => allDeep(table.shadowRoot!, 'li').length > 0);
    cellOf(bodyRows(table)[0]!, 8).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()?.getAttribute('part')).toContain('details-cell');
    await userEvent.keyboard('{Escape}');
    await eventually(() => toggle.getAttribute('aria-expanded') === 'false');
    expect(focused()).toBe(toggle);
  });
});

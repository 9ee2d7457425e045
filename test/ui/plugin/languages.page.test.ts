import { fixture, html } from '@open-wc/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { BulkAssignEvent, BulkChoiceEvent } from '../../../plugin-ui/contacts/assign-bar-events.ts';
import { speak, speechFor } from '../../../plugin-ui/locales/language.ts';
import type { AutotaskContacts } from '../../../plugin-ui/panel/autotask-contacts.ts';
import '../../../plugin-ui/panel/autotask-contacts.ts';
import { formatGigabytes, formatNumber, formatPercent, formatTime } from '../../../plugin-ui/shared/format.ts';
import { deep, textOf } from './deep.ts';
import { eventually } from './eventually.ts';
import { expectAccessible } from './expect-accessible.ts';
import { sampleRun } from './fake-plugin-api.ts';
import { rowsOnScreen, status, stocked, ticks } from './panel/open-page.ts';

const LONG_AGO = sampleRun({ id: 'refresh-0', kind: 'refresh', total: 12_345, finishedAt: '2026-03-24T08:10:00.000Z' });

async function openIn(locale: string | null): Promise<AutotaskContacts> {
  const api = stocked();
  api.runList = [LONG_AGO];
  const page = await fixture<AutotaskContacts>(html`<autotask-contacts .api=${api}></autotask-contacts>`);
  if (locale !== null) page.setAttribute('locale', locale);
  return page;
}

function says(page: Element, words: string): Promise<void> {
  const bar = () => page.shadowRoot!.querySelector('atc-refresh-bar')?.shadowRoot;
  return eventually(() => bar()?.querySelector('.primary')?.textContent.trim() === words, words);
}

function hint(page: Element): string {
  return textOf(deep(page, '#info'));
}

const GERMAN = 'Autotask-Kontakte abrufen';
const ENGLISH = 'Get Autotask Contacts';

describe('the language of the page', () => {
  afterEach(async () => {
    document.documentElement.lang = '';
    await speak(speechFor(['en']));
  });

  it('is English without a wish, and where there are no words for it', async () => {
    await says(await openIn(null), ENGLISH);
    const page = await openIn('fr');
    await says(page, ENGLISH);
    await eventually(() => hint(page).includes('12,345 contacts read'));
    expect(deep(page, '.page').lang).toBe('en');
  });

  it('is what the attribute says, with numbers and dates', async () => {
    const page = await openIn('de');
    await says(page, GERMAN);
    expect(deep(page, '.page').lang).toBe('de');
    await eventually(() => hint(page).startsWith('Zuletzt'));
    expect(hint(page)).toMatch(/^Zuletzt abgerufen: 24\.03\.2026, \d\d:10, 12\.345 Kontakte gelesen\.$/);
    await expectAccessible(page);
  });

  it('is the document’s without an attribute, and follows it', async () => {
    document.documentElement.lang = 'de-AT';
    const page = await openIn(null);
    await says(page, GERMAN);
    document.documentElement.lang = 'en-GB';
    await says(page, ENGLISH);
    await eventually(() => hint(page).includes('24 Mar 2026'));
    page.setAttribute('locale', 'de');
    await says(page, GERMAN);
  });

  it('changes everywhere while the page is open, in the table, too', async () => {
    const page = await openIn(null);
    await rowsOnScreen(page);
    const table = deep(page, 'atc-contact-table').shadowRoot!;
    const names = (selector: string) => [...table.querySelectorAll(selector)].map((one) => one.ariaLabel);
    expect(names('.tick')).toContain('Select all contacts');
    page.setAttribute('locale', 'de');
    await says(page, GERMAN);
    await eventually(() => names('.tick').every((name) => /auswählen$/.test(name ?? '')), 'check boxes in German');
    expect(names('[data-details]').every((name) => name?.startsWith('Details zu '))).toBe(true);
    expect(textOf(table.querySelector('[data-field=lastName]')!)).toBe('Nachname');
    deep(table.querySelector('vaadin-grid')!, '[data-field=email]').click();
    await eventually(() => status(page) === 'Nach E-Mail aufsteigend sortiert.');
    page.setAttribute('locale', 'en');
    await eventually(() => names('.tick').includes('Select all contacts'));
  });

  it('leaves nothing behind in the language before: no announcement, no error, nothing that was done', async () => {
    const page = await openIn(null);
    await rowsOnScreen(page);
    deep(page, '#password').closest('form')!.requestSubmit();
    const error = () => textOf(deep(page, '#password-error'));
    await eventually(
      () => page.shadowRoot!.querySelector('atc-connection-form')!.shadowRoot!.querySelector('.error') !== null,
    );
    expect(error()).toBe('Enter the Password, the secret of the API user.');
    ticks(page)[0]!.click();
    const bar = page.shadowRoot!.querySelector('atc-assign-bar')!;
    bar.dispatchEvent(new BulkChoiceEvent({ packageId: 'p2' }));
    bar.dispatchEvent(new BulkAssignEvent());
    const done = () => textOf(deep(bar, '#why'));
    await eventually(() => done().startsWith('Saved for 1 contact: '));
    await eventually(() => status(page) === done());
    page.setAttribute('locale', 'de');
    await says(page, GERMAN);
    await eventually(() => error().startsWith('Geben Sie das Passwort ein'), error());
    await eventually(() => status(page) === '');
    expect(done()).toMatch(/1 Kontakt/);
  });
});

describe('numbers and dates', () => {
  it('have the separators of the locale', () => {
    expect(formatNumber(1_234_567.5, 'de')).toBe('1.234.567,5');
    expect(formatNumber(1_234_567.5, 'en')).toBe('1,234,567.5');
    expect(formatPercent(1, 3, 'de')).toMatch(/^33\s%$/u);
    expect(formatGigabytes(1536, 'de')).toMatch(/^1,5\sTB$/u);
    expect(formatTime('2026-03-24T08:10:00.000Z', 'de')).toMatch(/^24\.03\.2026, \d\d:10$/);
  });
});

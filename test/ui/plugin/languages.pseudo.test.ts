import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { page as browser } from 'vitest/browser';
import type { Dictionary } from '../../../plugin-ui/locales/languages.ts';
import type { AutotaskContacts } from '../../../plugin-ui/panel/autotask-contacts.ts';
import '../../../plugin-ui/panel/autotask-contacts.ts';
import { fixture, html } from '@open-wc/testing';
import { allDeep, deep } from './deep.ts';
import { eventually } from './eventually.ts';
import { CONNECTED, sampleRun } from './fake-plugin-api.ts';
import { stocked } from './panel/open-page.ts';
import { sampleContacts } from './sample-contacts.ts';
import { sourceSentences } from './source-sentences.ts';

/** Accented, so that plain words are found; 40 % longer, so that tight places are; in brackets, so that cut ends are. */
function pseudo(sentence: string): string {
  const accented = sentence.replace(/\{\d+\}|[A-Za-z]/g, (part) => (part.length > 1 ? part : `${part}\u0301`));
  return `[${accented}${' ~'.repeat(Math.ceil((sentence.length * 0.4) / 2))}]`;
}

vi.mock('../../../plugin-ui/locales/languages.ts', () => {
  const words = async (): Promise<{ words: Dictionary }> => ({
    words: Object.fromEntries(sourceSentences.map((sentence) => [sentence, pseudo(sentence)])),
  });
  return { languages: new Map([['en-XA', words]]) };
});

/** What is data, and so the same in every language. */
const DATA = [
  ...sampleContacts(20).flatMap(({ firstName, lastName, account, email }) => [
    ...email.split('@'),
    account,
    firstName,
    lastName,
  ]),
  'The login is reserved.',
  CONNECTED.username ?? '',
  'webservices5.autotask.net',
];

async function open(): Promise<AutotaskContacts> {
  const api = stocked();
  api.runList = [sampleRun({ id: 'refresh-0', kind: 'refresh', total: 20, finishedAt: '2026-11-24T08:10:00.000Z' })];
  const page = await fixture<AutotaskContacts>(
    html`<autotask-contacts locale="en-XA" .api=${api}></autotask-contacts>`,
  );
  await eventually(() => page.shadowRoot!.querySelector('atc-contact-table') !== null);
  await eventually(() => allDeep(page.shadowRoot!, 'vaadin-combo-box').length > 4, 'drop-downs in the rows');
  return page;
}

function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true }) && element.closest('.visually-hidden') === null;
}

/** Every text of the page that has words of the alphabet, without data. */
function plainTexts(page: Element): readonly string[] {
  const roots = [page.shadowRoot!, ...allDeep(page.shadowRoot!, '*').flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  return roots.flatMap((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      const isCode = parent === null || ['STYLE', 'SCRIPT'].includes(parent.tagName);
      if (!isCode && isShown(parent) && parent.closest('bdi, [dir=auto]') === null) {
        found.push(walker.currentNode.textContent ?? '');
      }
    }
    return found;
  });
}

function isEnglish(text: string): boolean {
  const rest = DATA.reduce((left, data) => left.replaceAll(data, ''), text);
  return /[A-Za-z]{3,}/.test(rest.replace(/\bNov\b/, ''));
}

describe('the page in a longer language', () => {
  beforeAll(() => browser.viewport(1280, 900));
  afterAll(() => browser.viewport(414, 896));

  it('has no words of its own outside its dictionary', async () => {
    const page = await open();
    expect(plainTexts(page).filter(isEnglish)).toEqual([]);
    const labels = allDeep(page.shadowRoot!, '[aria-label], [placeholder]').filter(isShown);
    const words = labels.map((one) => one.getAttribute('aria-label') ?? one.getAttribute('placeholder') ?? '');
    expect(words.filter((label) => label !== '' && !label.startsWith('['))).toEqual([]);
  });

  for (const width of [1280, 320]) {
    it(`clips no control at ${width} px`, async () => {
      await browser.viewport(width, 900);
      const page = await open();
      const controls = allDeep(page.shadowRoot!, 'button, a.button, label, h1, h2, h3, summary, select').filter(
        isShown,
      );
      expect(controls.length).toBeGreaterThan(20);
      const clipped = controls.filter(
        ({ scrollWidth, clientWidth, tagName }) => tagName !== 'LABEL' && clientWidth > 0 && scrollWidth > clientWidth,
      );
      expect(clipped.map((one) => one.outerHTML.slice(0, 200))).toEqual([]);
      expect(deep(page, '.page').scrollWidth).toBeLessThanOrEqual(width);
    });
  }
});

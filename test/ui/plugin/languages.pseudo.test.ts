import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { page as browser } from 'vitest/browser';
import type { Dictionary } from '../../../plugin-ui/locales/languages.ts';
import type { AutotaskContacts } from '../../../plugin-ui/panel/autotask-contacts.ts';
import '../../../plugin-ui/panel/autotask-contacts.ts';
import { fixture, html } from '@open-wc/testing';
import { clippedTexts, isShown } from './clipped.ts';
import { allDeep, deep } from './deep.ts';
import { eventually } from './eventually.ts';
import { CONNECTED } from './fake-plugin-api.ts';
import { apiFor, PAGE_STATES, type PageState } from './page-states.ts';
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

async function openIn(state: PageState): Promise<AutotaskContacts> {
  const api = apiFor(state);
  history.replaceState(null, '', location.pathname);
  const page = await fixture<AutotaskContacts>(
    html`<autotask-contacts locale="en-XA" .api=${api}></autotask-contacts>`,
  );
  await eventually(() => page.shadowRoot!.querySelector('.page') !== null);
  await state.reach(page, api);
  return page;
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
  beforeEach(() => browser.viewport(1280, 900));
  afterAll(() => browser.viewport(414, 896));

  for (const state of PAGE_STATES) {
    it(`has no words of its own outside its dictionary: ${state.name}`, async () => {
      const page = await openIn(state);
      expect(plainTexts(page).filter(isEnglish)).toEqual([]);
      const labels = allDeep(page.shadowRoot!, '[aria-label], [placeholder]').filter(isShown);
      const words = labels.map((one) => one.getAttribute('aria-label') ?? one.getAttribute('placeholder') ?? '');
      expect(words.filter((label) => label !== '' && !label.startsWith('['))).toEqual([]);
    });

    for (const width of [1280, 320]) {
      it(`clips nothing at ${width} px: ${state.name}`, async () => {
        await browser.viewport(width, 900);
        const page = await openIn(state);
        expect(clippedTexts(page)).toEqual([]);
        expect(deep(page, '.page').scrollWidth).toBeLessThanOrEqual(width);
      });
    }
  }
});

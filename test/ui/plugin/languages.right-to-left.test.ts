import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import type { AutotaskContacts } from '../../../plugin-ui/panel/autotask-contacts.ts';
import { clippedTexts } from './clipped.ts';
import { allDeep, deep, focused } from './deep.ts';
import { eventually } from './eventually.ts';
import { expectAccessible } from './expect-accessible.ts';
import { apiFor, PAGE_STATES } from './page-states.ts';
import { openPage, rowsOnScreen, stocked } from './panel/open-page.ts';
import { sampleContact } from './sample-contacts.ts';

const NAME = 'שרה כהן';

async function open(direct: (page: AutotaskContacts) => void): Promise<AutotaskContacts> {
  const api = stocked();
  const difference = { field: 'account', autotask: NAME, mbs: 'Acme', changedIn: 'mbs' } as const;
  api.items = [
    sampleContact({ account: NAME, status: 'modified', userId: 'u1', difference: [difference] }),
    ...api.items,
  ];
  const page = await openPage(api);
  direct(page);
  await rowsOnScreen(page);
  await eventually(() => deep(page, 'vaadin-grid').getAttribute('dir') === 'rtl');
  return page;
}

function startOf(element: Element): number {
  return element.getBoundingClientRect().right;
}

function focusedColumn(): number {
  const cell = focused();
  return [...(cell?.parentElement?.children ?? [])].findIndex((one) => one === cell);
}

describe('the page from right to left', () => {
  afterEach(() => {
    document.documentElement.removeAttribute('dir');
  });
  afterAll(() => browser.viewport(414, 896));

  for (const [where, direct] of [
    ['the element', (page: AutotaskContacts) => page.setAttribute('dir', 'rtl')],
    ['the document', () => document.documentElement.setAttribute('dir', 'rtl')],
  ] as const) {
    it(`mirrors itself when ${where} says so`, async () => {
      const page = await open(direct);
      const room = deep(page, '.page');
      expect(startOf(room) - startOf(deep(page, 'h1'))).toBe(Number.parseFloat(getComputedStyle(room).paddingRight));
      const [tick, firstName] = allDeep(deep(page, 'vaadin-grid').shadowRoot!, 'thead [role=columnheader]');
      expect(startOf(tick!)).toBeGreaterThan(startOf(firstName!));
      const state = deep(page, 'atc-connection-state').shadowRoot!;
      expect(startOf(state.querySelector('.icon')!)).toBeGreaterThan(startOf(state.querySelector('.words')!));
      await expectAccessible(page);
    });

    it(`lets the arrow keys follow it when ${where} says so`, async () => {
      const page = await open(direct);
      const body = deep(page, 'vaadin-grid').shadowRoot!.querySelector<HTMLElement>('tbody [tabindex="0"]')!;
      body.focus();
      const before = focusedColumn();
      await userEvent.keyboard('{ArrowLeft}');
      expect(focusedColumn()).toBe(before + 1);
      await userEvent.keyboard('{ArrowRight}');
      expect(focusedColumn()).toBe(before);
    });
  }

  it('lets the UserName run in its own direction, so that a long one is shown from its beginning', async () => {
    const page = await open((one) => one.setAttribute('dir', 'rtl'));
    const box = deep<HTMLInputElement>(page, '#username');
    expect(getComputedStyle(box).direction).toBe('ltr');
    await userEvent.fill(box, NAME);
    expect(getComputedStyle(box).direction).toBe('rtl');
  });

  it('keeps names to themselves inside sentences', async () => {
    const page = await open((one) => one.setAttribute('dir', 'rtl'));
    const difference = deep(page, 'atc-contact-table').shadowRoot!.querySelector('.difference')!;
    expect([...difference.querySelectorAll('bdi')].map(({ textContent }) => textContent)).toEqual([NAME, 'Acme']);
    expect(getComputedStyle(difference.querySelector('bdi')!).unicodeBidi).toBe('isolate');
    expect(difference.textContent).not.toMatch(/[\u2068\u2069]/);
    const state = deep(page, 'atc-connection-state').shadowRoot!;
    expect(state.querySelector('.words bdi')!.textContent).toBe('api-key@msp.example');
  });

  for (const state of PAGE_STATES) {
    for (const width of [1280, 320]) {
      it(`clips nothing at ${width} px: ${state.name}`, async () => {
        await browser.viewport(width, 900);
        document.documentElement.setAttribute('dir', 'rtl');
        const api = apiFor(state);
        const page = await openPage(api);
        await state.reach(page, api);
        expect(clippedTexts(page)).toEqual([]);
        expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      });
    }
  }
});

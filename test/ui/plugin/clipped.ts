import { allDeep } from './deep.ts';

/** Rounding of the layout. */
const PIXEL = 1;

export function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true }) && element.closest('.visually-hidden') === null;
}

function holdsText(element: Element): boolean {
  return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '');
}

/** What is cut in sight and can be opened in place, and what the browser lays out. */
const ALLOWED = '.why.clamped, .why.clamped *, vaadin-combo-box *, option';

/** Text that reaches beyond the box it is in, and anything that reaches beyond the page. */
export function clippedTexts(page: Element): readonly string[] {
  const { left, right } = page.getBoundingClientRect();
  const clipped = allDeep(page.shadowRoot!, '*').filter((element) => {
    if (!(holdsText(element) || element.matches('select')) || !isShown(element) || element.matches(ALLOWED))
      return false;
    const { clientWidth, scrollWidth, clientHeight, scrollHeight } = element;
    const isCut = getComputedStyle(element).overflowY !== 'visible' && scrollHeight > clientHeight + PIXEL;
    // Of what stands in a line by itself, the browser measures no width of its own.
    const isWide = clientWidth > 0 && scrollWidth > clientWidth + PIXEL;
    const box = element.getBoundingClientRect();
    // The table alone scrolls sideways.
    const isOutside = element.closest('vaadin-grid') === null && (box.left < left - PIXEL || box.right > right + PIXEL);
    return isCut || isWide || isOutside;
  });
  return clipped.map(
    (element) => `${element.tagName}.${element.className}: ${element.textContent.trim().slice(0, 80)}`,
  );
}

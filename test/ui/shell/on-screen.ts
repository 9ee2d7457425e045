import { expect as expectInBrowser, waitUntil } from '@open-wc/testing';

/** All elements below a root that match, through every shadow tree, as a user would see them. */
export function findAll<Found extends Element = HTMLElement>(root: Element | ShadowRoot, selector: string): Found[] {
  const own = [...root.querySelectorAll<Found>(selector)];
  const below = [...root.querySelectorAll('*')].flatMap((element) =>
    element.shadowRoot === null ? [] : findAll<Found>(element.shadowRoot, selector),
  );
  const inside = 'shadowRoot' in root && root.shadowRoot !== null ? findAll<Found>(root.shadowRoot, selector) : [];
  return [...own, ...below, ...inside];
}

export function textOf(root: Element): string {
  const parts = findAll(root, '*')
    .flatMap((element) => [...element.childNodes])
    .filter((node) => node.nodeType === Node.TEXT_NODE && node.parentElement?.closest('style, [hidden]') === null);
  return parts
    .map((node) => node.textContent?.trim() ?? '')
    .join(' ')
    .replace(/\s+/g, ' ');
}

/** No rule of axe is broken, in the light and in the dark. */
export async function expectAccessible(root: Element): Promise<void> {
  const { style } = document.documentElement;
  for (const scheme of ['light', 'dark']) {
    style.colorScheme = scheme;
    await expectInBrowser(root).to.be.accessible();
  }
  style.colorScheme = '';
}

export async function untilShown(root: Element, words: string): Promise<void> {
  await waitUntil(() => textOf(root).includes(words), `"${words}" is shown`);
}

/** The button that a screen reader calls by this name, or by one that begins so. */
export function button(root: Element, name: string): HTMLButtonElement {
  const found = findAll<HTMLButtonElement>(root, 'button').find((one) =>
    (one.getAttribute('aria-label') ?? one.textContent).trim().startsWith(name),
  );
  if (found === undefined) throw new Error(`No button is called ${name}.`);
  return found;
}

/** The input under a label. */
export function field(root: Element, label: string): HTMLInputElement {
  const found = findAll<HTMLLabelElement>(root, 'label').find((one) => one.textContent.trim() === label);
  if (found === undefined) throw new Error(`No field is called ${label}.`);
  const tree = found.getRootNode() as ShadowRoot;
  return tree.getElementById(found.htmlFor) as HTMLInputElement;
}

export function type(input: HTMLInputElement, value: string): void {
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

export function dialogs(root: Element): HTMLDialogElement[] {
  return findAll<HTMLDialogElement>(root, 'dialog').filter((dialog) => dialog.open);
}

/** The element that has the focus, inside whatever shadow trees. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

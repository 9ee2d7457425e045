/** Finds elements by selector through all shadow roots, in document order. */
export function allDeep<Found extends Element = HTMLElement>(root: ParentNode, selector: string): Found[] {
  const found = [...root.querySelectorAll<Found>(selector)];
  const inside = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }): Found[] =>
    shadowRoot === null ? [] : allDeep(shadowRoot, selector),
  );
  return [...found, ...inside];
}

/** The same below an element, its own shadow root included; the first one, which must exist. */
export function deep<Found extends Element = HTMLElement>(
  host: Element,
  selector: string,
  pick: (found: readonly Found[]) => Found | undefined = ([first]) => first,
): Found {
  const found = pick(allBelow<Found>(host, selector));
  if (found === undefined) throw new Error(`Nothing matches ${selector}`);
  return found;
}

function allBelow<Found extends Element>(host: Element, selector: string): Found[] {
  const roots = host.shadowRoot === null ? [host] : [host.shadowRoot, host];
  return roots.flatMap((root): Found[] => allDeep(root, selector));
}

/** What a reader sees, in one line. */
export function textOf(element: Element): string {
  return element.textContent.replace(/\s+/g, ' ').trim();
}

/** The button with the name, through all shadow roots. */
export function button(host: Element, name: string): HTMLButtonElement {
  const found = allBelow<HTMLButtonElement>(host, 'button').find((one) =>
    (one.getAttribute('aria-label') ?? textOf(one)).startsWith(name),
  );
  if (found === undefined) throw new Error(`No button is called ${name}`);
  return found;
}

/** What has the focus, inside whatever shadow roots. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

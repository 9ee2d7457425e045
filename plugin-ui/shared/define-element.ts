/** Registers an element; a second copy of the page on the same document leaves the first one in place. */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  if (customElements.get(tag) === undefined) customElements.define(tag, element);
}

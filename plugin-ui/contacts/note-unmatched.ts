import { css } from 'lit';

/** In the place of the list that stays shut, so that nothing moves. */
export const unmatchedStyles = css`
  vaadin-combo-box::part(helper-text) {
    position: absolute;
  }

  .unmatched {
    position: fixed;
    margin: 0;
    padding: 8px 10px;
    border: 1px solid var(--atc-border);
    border-radius: var(--atc-radius);
    background: var(--atc-surface);
    color: var(--atc-text);
    font-size: 13px;
  }
`;

const GAP = 2;

const following = new WeakMap<Element, AbortController>();

/** Says below a drop-down that what is typed matches nothing, where it would only shut its list; null takes it back. */
export function noteUnmatched(comboBox: Element, text: string | null): void {
  if ((text !== null) === following.has(comboBox)) return;
  following.get(comboBox)?.abort();
  following.delete(comboBox);
  comboBox.querySelector('.unmatched')?.remove();
  if (text !== null) following.set(comboBox, show(comboBox, text));
}

function show(comboBox: Element, text: string): AbortController {
  const note = document.createElement('div');
  note.slot = 'helper';
  note.className = 'unmatched';
  // A cell of the grid would cut it off.
  note.popover = 'manual';
  note.textContent = text;
  comboBox.append(note);
  note.showPopover();
  const place = () => placeBelow(note, comboBox.getBoundingClientRect());
  place();
  const controller = new AbortController();
  const { signal } = controller;
  for (const target of aroundOf(comboBox)) target.addEventListener('scroll', place, { passive: true, signal });
  return controller;
}

function placeBelow(note: HTMLElement, { left, bottom, top, width }: DOMRect): void {
  note.style.width = `${width}px`;
  const isRoom = bottom + GAP + note.offsetHeight <= document.documentElement.clientHeight;
  note.style.inset = `${isRoom ? bottom + GAP : top - GAP - note.offsetHeight}px auto auto ${left}px`;
}

/** All that it may be scrolled with; such an event does not leave its own shadow root. */
function aroundOf(element: Element): readonly Node[] {
  const around: Node[] = [];
  for (let node = outwards(element); node !== null; node = outwards(node)) around.push(node);
  return around;
}

function outwards(node: Node): Node | null {
  if (node instanceof ShadowRoot) return node.host;
  return (node instanceof Element ? node.assignedSlot : null) ?? node.parentNode;
}

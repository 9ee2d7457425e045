import { ComboBox } from '@vaadin/combo-box/vaadin-combo-box.js';

/** By itself a drop-down takes one Escape to leave the entry under the cursor, and a second one to close its list. */
const ESCAPES_TO_CLOSE = 2;

const sentFromHere = new WeakSet<Event>();

/**
 * Lets one Escape leave a drop-down for its cell: what was typed is dropped and the list closed before the key reaches
 * the drop-down, which passes it on to the grid then. Registered for the capture phase.
 */
export function keyChoices(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || sentFromHere.has(event)) return;
  const comboBox = event.composedPath().find((target) => target instanceof ComboBox);
  for (let sent = 0; comboBox?.opened && sent < ESCAPES_TO_CLOSE; sent += 1) {
    const escape = new KeyboardEvent('keydown', { key: 'Escape' });
    sentFromHere.add(escape);
    comboBox.dispatchEvent(escape);
  }
}

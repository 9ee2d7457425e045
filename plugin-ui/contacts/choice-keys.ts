import { ComboBox } from '@vaadin/combo-box';

/**
 * Lets one Escape leave a drop-down for its cell: what was typed is dropped and the list closed before the key reaches
 * the drop-down, which by itself would only close its list. Registered for the capture phase.
 */
export function keyChoices(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  const comboBox = event.composedPath().find((target) => target instanceof ComboBox);
  // Public by its documentation, yet missing from its types.
  if (comboBox?.opened && 'cancel' in comboBox && typeof comboBox.cancel === 'function') comboBox.cancel();
}

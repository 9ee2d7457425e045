import type { ComboBoxRenderer } from '@vaadin/combo-box';
import { ComboBox } from '@vaadin/combo-box/vaadin-combo-box.js';
import { html, nothing, render, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import { assignText } from '../text/assign-text.ts';
import { contactsText } from '../text/contacts-text.ts';
import type { Choice } from './choices.ts';
import { noteUnmatched } from './note-unmatched.ts';

export interface ChoiceBox {
  readonly name: string;
  /** Stands above the box, where it has no column to belong to. */
  readonly label?: string;
  readonly items: readonly Choice[];
  readonly chosen: string | null;
  /** The whole of what is chosen, for a box that is too narrow for it. */
  readonly chosenLabel: string | null;
  readonly choose: (id: string | null) => void;
}

/**
 * Whom an open drop-down chooses for: the rows are reused while the list scrolls or reloads, and a choice must not land
 * on the contact that has come to stand in the same row meanwhile.
 */
const openedFor = new WeakMap<EventTarget, ChoiceBox['choose']>();

type ChoiceEvent = Event & { readonly currentTarget: ComboBox<Choice> };

/** One function for all drop-downs, called only for the entries of an open list: a closed one costs nothing. */
const drawEntry: ComboBoxRenderer<Choice> = (root, _comboBox, { item: { label, details } }) => {
  const second = details === '' ? nothing : html`<div class="details">${details}</div>`;
  render(html`<div class="entry"><bdi>${label}</bdi> ${second}</div>`, root);
};

/** What was typed is taken back without another input. */
const noteTyped = ({ currentTarget }: ChoiceEvent): void => {
  const isUnmatched = currentTarget.filter !== '' && currentTarget.filteredItems?.length === 0;
  noteUnmatched(currentTarget, isUnmatched ? assignText.nothingMatches() : null);
};

const isChoiceBox = (element: Element | undefined): element is ComboBox<Choice> => element instanceof ComboBox;

/** By itself a closed box keeps the name that an entry had when it was chosen. */
function nameAnew(comboBox: Element | undefined, chosen: Choice | undefined): void {
  if (!isChoiceBox(comboBox) || chosen === undefined) return;
  const { selectedItem } = comboBox;
  if (selectedItem?.id === chosen.id && selectedItem.label !== chosen.label) comboBox.selectedItem = chosen;
}

/** A drop-down that can be typed into. */
export function choiceBox({ name, label, items, chosen, chosenLabel, choose }: ChoiceBox): TemplateResult {
  return html`<vaadin-combo-box
    accessible-name=${name}
    label=${label ?? nothing}
    title=${chosenLabel ?? nothing}
    autoselect
    item-id-path="id"
    item-value-path="id"
    item-label-path="label"
    partial-match-mode="first-match"
    placeholder=${contactsText.choose()}
    .renderer=${drawEntry}
    .items=${items}
    .value=${live(chosen ?? '')}
    ${ref((comboBox) =>
      nameAnew(
        comboBox,
        items.find(({ id }) => id === chosen),
      ),
    )}
    @input=${noteTyped}
    @filter-changed=${noteTyped}
    @opened-changed=${({ currentTarget }: ChoiceEvent) => {
      if (currentTarget.opened) openedFor.set(currentTarget, choose);
    }}
    @change=${({ currentTarget }: ChoiceEvent) => {
      const choice = currentTarget.value === '' ? null : currentTarget.value;
      (openedFor.get(currentTarget) ?? choose)(choice);
    }}
  ></vaadin-combo-box>`;
}

import '@vaadin/combo-box/vaadin-combo-box.js';
import type { ComboBox } from '@vaadin/combo-box';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ApiProblem } from '../api/api-problem.ts';
import { contactsText } from '../text/contacts-text.ts';
import { problemSentence } from '../text/problem-text.ts';
import type { Choice, Choices } from './choices.ts';

export interface ChoiceCell {
  readonly name: string;
  readonly choices: Choices;
  readonly assigned: string | null;
  /** Why the last choice in this row was not saved. */
  readonly problem: ApiProblem | null;
  readonly choose: (id: string | null) => void;
  /** Shown instead while there is nothing to choose from. */
  readonly nothingToChoose: TemplateResult;
}

/**
 * Whom an open drop-down chooses for: the rows are reused while the list scrolls or reloads, and a choice must not land
 * on the contact that has come to stand in the same row meanwhile.
 */
const openedFor = new WeakMap<EventTarget, ChoiceCell['choose']>();

type ChoiceEvent = Event & { readonly currentTarget: ComboBox<Choice> };

/** A drop-down in a row, and what went wrong with the last choice. */
export function choiceCell(cell: ChoiceCell): TemplateResult {
  const { choices, assigned, problem } = cell;
  const items = choices.in(assigned);
  if (items.length === 0) return cell.nothingToChoose;
  return html`<vaadin-combo-box
      accessible-name=${cell.name}
      autoselect
      item-id-path="id"
      item-value-path="id"
      item-label-path="label"
      partial-match-mode="first-match"
      placeholder=${contactsText.choose()}
      .items=${items}
      .value=${live(assigned ?? '')}
      @opened-changed=${({ currentTarget }: ChoiceEvent) => {
        if (currentTarget.opened) openedFor.set(currentTarget, cell.choose);
      }}
      @change=${({ currentTarget }: ChoiceEvent) => {
        const choose = openedFor.get(currentTarget) ?? cell.choose;
        choose(currentTarget.value === '' ? null : currentTarget.value);
      }}
    ></vaadin-combo-box>${problem === null ? nothing : html`<div class="refused">${refusedText(problem)}</div>`}`;
}

function refusedText(problem: ApiProblem): string {
  return `${contactsText.notSaved()} ${problemSentence(problem)}`;
}

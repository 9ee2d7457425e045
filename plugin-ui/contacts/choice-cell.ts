import { html, nothing, type TemplateResult } from 'lit';
import type { ApiProblem } from '../api/api-problem.ts';
import { contactsText } from '../text/contacts-text.ts';
import { problemSentence } from '../text/problem-text.ts';
import { choiceBox } from './choice-box.ts';
import type { Choices } from './choices.ts';

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

/** A drop-down in a row, and what went wrong with the last choice. */
export function choiceCell({ name, choices, assigned, problem, choose, nothingToChoose }: ChoiceCell): TemplateResult {
  const items = choices.in(assigned);
  if (items.length === 0) return nothingToChoose;
  return html`${choiceBox({ name, items, chosen: assigned, chosenLabel: choices.labelOf(assigned), choose })}${
    problem === null ? nothing : html`<div class="refused">${refusedText(problem)}</div>`
  }`;
}

function refusedText(problem: ApiProblem): string {
  return `${contactsText.notSaved()} ${problemSentence(problem)}`;
}

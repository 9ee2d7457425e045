import { html, nothing, type TemplateResult } from 'lit';
import { filterWords } from '../contacts/filter-words.ts';
import '../shared/atc-empty-state.ts';
import { withNames } from '../shared/isolated.ts';
import { contactsText } from '../text/contacts-text.ts';
import type { EmptyKind } from '../text/empty-text.ts';
import { filterText } from '../text/filter-text.ts';
import { problemSentence } from '../text/problem-text.ts';
import { sharedText } from '../text/shared-text.ts';
import type { PageModel } from './page-model.ts';

/** Stands in the list's place: why there is none, and what can be done about it. */
export function emptyList(model: PageModel, kind: EmptyKind): TemplateResult {
  return html`<atc-empty-state kind=${kind}>
    ${kind === 'could-not-load' ? couldNotLoad(model) : nothing} ${kind === 'none-match' ? noneMatch(model) : nothing}
  </atc-empty-state>`;
}

function couldNotLoad(model: PageModel): TemplateResult {
  const { problem } = model.list;
  return html`${problem === null ? nothing : html`<p>${problemSentence(problem)}</p>`}
  ${action(sharedText.tryAgain(), () => void model.load())}`;
}

function noneMatch({ list, filtering }: PageModel): TemplateResult {
  const { filter } = list.shown;
  return html`${list.isNarrowed ? askedFor(filterWords(filter, filtering.account?.name ?? '')) : nothing}
  ${list.isNarrowed ? action(filterText.clear(), () => void filtering.clear()) : nothing}
  ${
    list.inactive > 0 && filter.active === true
      ? action(contactsText.showInactive(), () => void filtering.toggleInactive())
      : nothing
  }`;
}

function askedFor(words: readonly string[]): TemplateResult {
  return html`<p id="asked-for">${filterText.askedFor()}</p>
    <ul class="asked-for" aria-labelledby="asked-for">
      ${words.map((part) => html`<li>${withNames(part)}</li>`)}
    </ul>`;
}

function action(label: string, act: () => void): TemplateResult {
  return html`<button type="button" class="button" slot="action" @click=${act}>${label}</button>`;
}

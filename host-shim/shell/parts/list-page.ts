import '@vaadin/text-field/vaadin-text-field.js';
import type { TextField } from '@vaadin/text-field';
import { html, nothing, type TemplateResult } from 'lit';
import type { ApiProblem } from '../api/api-problem.ts';
import { text } from '../text.ts';
import './console-notice.ts';
import './console-spinner.ts';
import type { ListLoader } from './list-loader.ts';

interface ListWords {
  readonly title: string;
  readonly lead: string;
  readonly add: string;
  readonly search: string;
  readonly searchHint: string;
  readonly count: (count: number) => string;
  readonly many: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly emptyLink?: { readonly name: string; readonly url: string };
  readonly noMatch: string;
  /** What can be done here, and what elsewhere, when the list is Managed Backup's. */
  readonly live: string;
  readonly liveEmpty: string;
}

interface ListParts<Item> {
  readonly words: ListWords;
  readonly add: () => void;
  readonly items: (items: readonly Item[]) => TemplateResult;
}

/** As much of a loaded list as does not depend on what is in it. */
type Loader = Omit<ListLoader<{ readonly id: string }>, 'replace' | 'remove'>;

/** A page about a list: its heading, its search and count, and the list in whatever state it is in. */
export function listPage<Item extends { readonly id: string }>(
  list: ListLoader<Item>,
  parts: ListParts<Item>,
): TemplateResult {
  const { words, add } = parts;
  return html`
    <div class="head">
      <div>
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
        ${list.asOf === null ? nothing : html`<p class="lead live">${text.live.asOf(words.title, list.whose, list.asOf)} ${words.live}</p>`}
      </div>
      ${list.isOwn ? html`<button class="primary" type="button" @click=${add}>${words.add}</button>` : nothing}
    </div>
    <div class="bar">
      ${isEmpty(list) ? nothing : renderSearch(list, words)}
      <p class="quiet" role="status">${countOf(list, words)}</p>
    </div>
    <p class="done" role="status" tabindex="-1">${list.news}</p>
    ${renderList(list, parts)}
  `;
}

function isEmpty(list: Loader): boolean {
  return list.state === 'ready' && list.items.length === 0 && !list.isSearched;
}

function renderSearch(list: Loader, words: ListWords): TemplateResult {
  const handleInput = (event: Event) => list.type((event.currentTarget as TextField).value);
  return html`
    <vaadin-text-field
      label=${words.search}
      placeholder=${words.searchHint}
      maxlength="200"
      autocomplete="off"
      clear-button-visible
      .value=${list.search}
      @input=${handleInput}
      @change=${handleInput}
    ></vaadin-text-field>
  `;
}

function countOf(list: Loader, words: ListWords): string {
  if (list.state !== 'ready' || isEmpty(list)) return '';
  return list.total === null ? words.many : words.count(list.total);
}

function renderList<Item extends { readonly id: string }>(
  list: ListLoader<Item>,
  { words, add, items }: ListParts<Item>,
): TemplateResult {
  if (list.state === 'loading') return html`<div class="card"><console-spinner></console-spinner></div>`;
  const problem = list.problem === null ? nothing : renderProblem(list, list.problem);
  if (list.items.length > 0) {
    return html`
      ${list.isOutOfDate ? problem : nothing} ${items(list.items)} ${list.isOutOfDate ? nothing : problem}
      ${list.hasMore ? renderMore(list) : nothing}
    `;
  }
  if (list.problem !== null) return html`${problem}`;
  if (list.isSearched) return renderNoMatch(list, words);
  return list.isOwn ? renderEmpty(words, add) : renderNoneLive(words);
}

function renderProblem(list: Loader, { code, message }: ApiProblem): TemplateResult {
  const { name, url } = text.problems.logIn;
  return html`
    <console-notice class="card" kind="problem" heading=${text.problems.title} detail=${message}>
      <button type="button" @click=${() => list.retry()}>${text.tryAgain}</button>
      ${code === 'managed_backup_log_in_refused' ? html`<a class="button" href=${url}>${name}</a>` : nothing}
    </console-notice>
  `;
}

function renderMore(list: Loader): TemplateResult {
  return html`
    <div class="more">
      <span class="quiet">${text.shown(list.items.length)}</span>
      <button type="button" @click=${() => list.loadMore()}>${text.showMore}</button>
    </div>
  `;
}

function renderNoMatch(list: Loader, words: ListWords): TemplateResult {
  return html`
    <console-notice class="card" heading=${words.noMatch} detail=${text.noMatchHint}>
      <button type="button" @click=${() => list.find('')}>${text.clearSearch}</button>
    </console-notice>
  `;
}

function renderNoneLive({ empty, liveEmpty }: ListWords): TemplateResult {
  return html`<console-notice class="card" heading=${empty} detail=${liveEmpty}></console-notice>`;
}

function renderEmpty({ empty, emptyHint, emptyLink, add: addWords }: ListWords, add: () => void): TemplateResult {
  return html`
    <console-notice class="card" heading=${empty} detail=${emptyHint}>
      ${
        emptyLink === undefined
          ? html`<button type="button" @click=${add}>${addWords}</button>`
          : html`<a class="button" href=${emptyLink.url}>${emptyLink.name}</a>`
      }
    </console-notice>
  `;
}

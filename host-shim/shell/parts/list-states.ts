import { html, nothing, type TemplateResult } from 'lit';
import { text } from '../text.ts';
import './console-notice.ts';
import './console-spinner.ts';
import type { ListLoader } from './list-loader.ts';

/** Shows a list in whatever state it is in: waiting, failed, empty, or there with more to come. */
export function listStates<Item>(
  list: ListLoader<Item>,
  words: { readonly empty: string; readonly emptyHint: string },
  renderItems: (items: readonly Item[]) => TemplateResult,
): TemplateResult {
  if (list.state === 'loading') return html`<div class="card"><console-spinner></console-spinner></div>`;
  if (list.state === 'failed' && list.items.length === 0) return renderProblem(list);
  if (list.items.length === 0) {
    return html`<console-notice class="card" heading=${words.empty} detail=${words.emptyHint}></console-notice>`;
  }
  return html`
    ${renderItems(list.items)} ${list.state === 'failed' ? renderProblem(list) : nothing}
    ${
      list.hasMore
        ? html`
          <div class="more">
            <button type="button" @click=${() => list.loadMore()}>${text.showMore}</button>
          </div>
        `
        : nothing
    }
  `;
}

function renderProblem<Item>(list: ListLoader<Item>): TemplateResult {
  return html`
    <console-notice
      class="card"
      kind="problem"
      heading=${text.problems.title}
      detail=${list.problem?.message ?? ''}
    >
      <button type="button" @click=${() => list.load()}>${text.tryAgain}</button>
    </console-notice>
  `;
}

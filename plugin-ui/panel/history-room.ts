import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { RunView } from '../../core/contract/index.ts';
import '../runs/atc-run-entry.ts';
import '../runs/atc-run-history.ts';
import '../runs/atc-run-items.ts';
import type { HistoryDesk } from '../runs/history-desk.ts';
import type { HistoryToggleEvent, OutcomeChoiceEvent, RunActionEvent } from '../runs/history-events.ts';
import type { RunItemList } from '../runs/run-item-list.ts';

interface HistoryRoom {
  readonly history: HistoryDesk;
  readonly locale: string;
}

/** Below the list: the runs so far, each with its contacts and what can be done with it. */
export function historyRoom({ history, locale }: HistoryRoom): TemplateResult {
  return html`<atc-run-history
    part="runs"
    exportparts="notice"
    class="card"
    .locale=${locale}
    place=${history.place}
    .problem=${history.problem}
    @atc-history-toggle=${({ isOpen }: HistoryToggleEvent) => void history.toggle({ isOpen })}
    @atc-list-more=${() => void history.more()}
    @atc-list-retry=${() => void history.load()}
  >
    ${
      history.runs === null || history.runs.length === 0
        ? nothing
        : html`<ul class="runs">
            ${repeat(
              history.runs,
              ({ id }) => id,
              (run) => html`<li>${runEntry({ history, locale }, run)}</li>`,
            )}
          </ul>`
    }
  </atc-run-history>`;
}

function runEntry({ history, locale }: HistoryRoom, run: RunView): TemplateResult {
  const { actions, opened } = history;
  const isOpened = opened?.runId === run.id;
  return html`<atc-run-entry
    exportparts="notice"
    .locale=${locale}
    .run=${run}
    ?opened=${isOpened}
    .activity=${actions.activityAt(run.id)}
    .problem=${actions.problemAt(run.id)}
    @atc-run-toggle=${() => void history.toggleRun(run.id)}
    @atc-run-action=${({ action }: RunActionEvent) => void actions.act(run, action)}
    >${isOpened ? runItems(run, opened, locale) : nothing}</atc-run-entry
  >`;
}

function runItems(run: RunView, list: RunItemList, locale: string): TemplateResult {
  return html`<atc-run-items
    exportparts="notice"
    .locale=${locale}
    .run=${run}
    .shown=${list.shown}
    @atc-outcome-choice=${({ outcome }: OutcomeChoiceEvent) => void list.choose(outcome)}
    @atc-list-more=${() => void list.more()}
    @atc-list-retry=${() => void list.load()}
  ></atc-run-items>`;
}

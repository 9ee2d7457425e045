import { html, nothing, type TemplateResult } from 'lit';
import type { ApiProblem } from '../api/api-problem.ts';
import '../contacts/atc-import-bar.ts';
import { countOf } from '../contacts/contact-selection.ts';
import { destinationWord } from '../contacts/destination-word.ts';
import type { ImportRefusedEvent } from '../contacts/import-bar-events.ts';
import '../runs/atc-import-dialog.ts';
import '../runs/atc-run-progress.ts';
import '../runs/atc-run-result.ts';
import '../shared/atc-notice.ts';
import { problemSentence } from '../text/problem-text.ts';
import { importText } from '../text/runs-text.ts';
import { heldNotice } from './held-notice.ts';
import type { PageModel } from './page-model.ts';
import { problemNotice } from './problem-notice.ts';

export interface ImportRoom {
  readonly model: PageModel;
  readonly locale: string;
  /** Of writing: `ltr` or `rtl`. */
  readonly direction: string;
  readonly announce: (text: string) => void;
  /** The dialog is left, or the result read: the focus goes back to Import Contacts. */
  readonly backToBar: () => void;
  /** A button may be gone with what it was for: then the focus goes to Import Contacts. */
  readonly decided: () => void;
}

export function importBar({ model, locale, announce }: ImportRoom): TemplateResult {
  const { list, imports } = model;
  const { selection } = model.selecting;
  const selected = {
    count: countOf(selection),
    hidden: model.selecting.hidden,
    isAll: model.selecting.isAll,
  };
  const summary = list.isLoaded
    ? { total: list.total, inactive: list.inactive, showsInactive: list.filter.active === undefined }
    : null;
  return html`<atc-import-bar
    .locale=${locale}
    .selected=${selected}
    .note=${model.selecting.note}
    .list=${summary}
    .file=${list.file}
    ?preparing=${imports.flow.isPreparing}
    ?running=${imports.tracker.isUnderWay}
    @atc-import-request=${() => void model.importing.prepare()}
    @atc-import-refused=${({ why }: ImportRefusedEvent) => announce(why)}
    @atc-selection-clear=${() => model.selecting.clear()}
    @atc-inactive-toggle=${() => void model.filtering.toggleInactive()}
  ></atc-import-bar>`;
}

/** A held import, a failed preview, the progress of the import, and its result. */
export function importCourse(room: ImportRoom): TemplateResult {
  const { model, locale, decided } = room;
  const { flow, held, tracker } = model.imports;
  return html`
    ${heldNotice(held, locale, decided)}
    ${
      flow.problem === null || flow.preview !== null
        ? nothing
        : problemNotice(importText.notPreviewed(), flow.problem, () => void model.importing.prepare())
    }
    ${tracker.isUnderWay ? importProgress(room) : nothing} ${importResult(room)}
  `;
}

function importProgress({ model: { imports }, locale }: ImportRoom): TemplateResult {
  const { tracker, cancellation } = imports;
  return html`<atc-run-progress
      .locale=${locale}
      .run=${tracker.run}
      .since=${tracker.since}
      cancellable
      ?cancelling=${cancellation.isAsked}
      @atc-run-cancel=${() => void cancellation.ask()}
    ></atc-run-progress>
    ${warning(importText.unreachable(), tracker.problem)} ${warning(importText.notCancelled(), cancellation.problem)}`;
}

function warning(intro: string, problem: ApiProblem | null): TemplateResult | typeof nothing {
  if (problem === null) return nothing;
  return html`<atc-notice part="notice" tone="warning"><strong>${intro}</strong> ${problemSentence(problem)}</atc-notice>`;
}

function importResult({ model, locale, backToBar, decided }: ImportRoom): TemplateResult | typeof nothing {
  const { result, tracker } = model.imports;
  if (result.run === null) return nothing;
  return html`<atc-run-result
    exportparts="notice"
    .locale=${locale}
    .run=${result.run}
    .problem=${result.problem}
    .failedFile=${result.failedFile}
    ?busy=${tracker.isUnderWay}
    ?keeps-failed=${model.selecting.keepsFailed}
    @atc-run-retry=${() => void model.importing.retryFailed().then(decided)}
    @atc-result-close=${() => {
      result.show(null);
      backToBar();
    }}
  ></atc-run-result>`;
}

export function importDialog({ model, locale, backToBar }: ImportRoom): TemplateResult {
  const { imports, catalog } = model;
  const { flow, tracker } = imports;
  return html`<atc-import-dialog
    exportparts="dialog, notice"
    .locale=${locale}
    .preview=${flow.preview}
    .earlier=${flow.earlier}
    ?instructions=${flow.sendInstructions}
    .column=${destinationWord(catalog.destinations)}
    .destinationName=${catalog.destinationName}
    .packageName=${catalog.packageName}
    ?starting=${tracker.isStarting || flow.isPreparing}
    .problem=${flow.problem}
    @atc-instructions-toggle=${() => flow.toggleInstructions()}
    @atc-import-confirm=${() => void model.importing.confirm().then(backToBar)}
    @atc-import-cancel=${() => {
      flow.cancel();
      backToBar();
    }}
  ></atc-import-dialog>`;
}

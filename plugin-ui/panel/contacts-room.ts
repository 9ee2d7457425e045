import { html, nothing, type TemplateResult } from 'lit';
import '../contacts/atc-contact-notes.ts';
import '../contacts/atc-contact-table.ts';
import '../contacts/atc-import-bar.ts';
import type { AssignEvent, ContactToggleEvent, SortEvent } from '../contacts/contact-events.ts';
import { AWAITED_ROWS, type ContactRows } from '../contacts/contact-list.ts';
import { countOf, headerState, hiddenCount } from '../contacts/contact-selection.ts';
import { destinationWord } from '../contacts/destination-word.ts';
import type { ImportRefusedEvent } from '../contacts/import-bar-events.ts';
import '../runs/atc-import-dialog.ts';
import '../runs/atc-run-progress.ts';
import '../runs/atc-run-result.ts';
import '../shared/atc-empty-state.ts';
import { contactsText } from '../text/contacts-text.ts';
import type { EmptyKind } from '../text/empty-text.ts';
import { pageText } from '../text/page-text.ts';
import { problemSentence } from '../text/problem-text.ts';
import { importText } from '../text/runs-text.ts';
import { sharedText } from '../text/shared-text.ts';
import type { PageModel } from './page-model.ts';
import { listPlace } from './page-state.ts';
import { problemNotice } from './problem-notice.ts';

export interface ContactsRoom {
  readonly model: PageModel;
  readonly locale: string;
  readonly announce: (text: string) => void;
  /** The dialog is left, or the result read: the focus goes back to Import Contacts. */
  readonly backToBar: () => void;
}

/** The lower half of the page: Import Contacts and what comes of it, the notes, and the list. */
export function contactsRoom(room: ContactsRoom): TemplateResult {
  const { model } = room;
  return html`<section class="contacts" aria-labelledby="contacts-heading">
    <h2 id="contacts-heading">${contactsText.heading()}</h2>
    ${importBar(room)} ${importCourse(room)} ${troubles(model)}
    <atc-contact-notes .locale=${room.locale}></atc-contact-notes>
    ${listOrReason(room)} ${importDialog(room)}
  </section>`;
}

function importBar({ model, locale, announce }: ContactsRoom): TemplateResult {
  const { selection, list, imports, importRun } = model;
  const selected = {
    count: countOf(selection),
    hidden: hiddenCount(selection, list.filter),
    isAll: headerState(selection) === 'all',
  };
  const summary = list.isLoaded
    ? { total: list.total, inactive: list.inactive, showsInactive: list.filter.active === undefined }
    : null;
  return html`<atc-import-bar
    .locale=${locale}
    .selected=${selected}
    .list=${summary}
    ?preparing=${imports.isPreparing}
    ?running=${importRun.isUnderWay}
    @atc-import-request=${() => void model.prepareImport()}
    @atc-import-refused=${({ why }: ImportRefusedEvent) => announce(why)}
    @atc-selection-clear=${() => model.clearSelection()}
    @atc-inactive-toggle=${() => void model.toggleInactive()}
  ></atc-import-bar>`;
}

/** A failed preview, the progress of the import, and its result. */
function importCourse({ model, locale, backToBar }: ContactsRoom): TemplateResult {
  const { imports, importRun } = model;
  return html`
    ${
      imports.problem === null || imports.preview !== null
        ? nothing
        : problemNotice(importText.notPreviewed(), imports.problem, () => void model.prepareImport())
    }
    ${
      importRun.isUnderWay
        ? html`<atc-run-progress .locale=${locale} .run=${importRun.run} .since=${importRun.since}></atc-run-progress>`
        : nothing
    }
    ${
      importRun.isUnderWay && importRun.problem !== null
        ? html`<atc-notice tone="warning">
            <strong>${importText.unreachable()}</strong> ${problemSentence(importRun.problem)}
          </atc-notice>`
        : nothing
    }
    ${
      imports.result === null
        ? nothing
        : html`<atc-run-result
            .locale=${locale}
            .run=${imports.result}
            ?keeps-failed=${model.keepsFailed}
            @atc-result-close=${() => {
              imports.show(null);
              backToBar();
            }}
          ></atc-run-result>`
    }
  `;
}

function troubles({ list, catalog }: PageModel): TemplateResult {
  return html`
    ${
      list.problem === null || !list.isLoaded
        ? nothing
        : problemNotice(contactsText.rowsMissing(), list.problem, () => void list.show({}))
    }
    ${
      catalog.problem === null
        ? nothing
        : problemNotice(pageText.dropDowns(), catalog.problem, () => void catalog.load())
    }
  `;
}

function listOrReason(room: ContactsRoom): TemplateResult {
  const { model } = room;
  const { desk, refresh, list } = model;
  const place = listPlace({ connection: desk.connection, refresh: refresh.tracker, list });
  if (place !== 'table' && place !== 'loading') return emptyState(model, place);
  const isAwaited = place === 'loading';
  // The table is made while the wait goes on, so that only its rows are left to be drawn when the list is there.
  return html`${
    isAwaited ? html`<p class="loading"><span class="spinner"></span>${contactsText.loading()}</p>` : nothing
  }
    <div class=${isAwaited ? 'awaited' : ''}>${contactTable(room, isAwaited ? AWAITED_ROWS : list)}</div>`;
}

function contactTable({ model, locale }: ContactsRoom, rows: ContactRows): TemplateResult {
  const { list, catalog, selection, assignments } = model;
  return html`<atc-contact-table
    .locale=${locale}
    .rows=${rows}
    .version=${rows.version}
    .total=${rows.total}
    .order=${list.order}
    .selection=${selection}
    .destinations=${catalog.destinations}
    .packages=${catalog.packages}
    ?catalog-known=${catalog.isLoaded}
    .problemAt=${(id: string) => assignments.problemAt(id)}
    @atc-contact-toggle=${({ item }: ContactToggleEvent) => model.toggle(item)}
    @atc-all-toggle=${() => model.toggleAll()}
    @atc-assign=${(event: AssignEvent) => void model.assign(event)}
    @atc-sort=${({ order, column }: SortEvent) => void model.sort(order, column)}
  ></atc-contact-table>`;
}

function emptyState(model: PageModel, kind: EmptyKind): TemplateResult {
  const { list } = model;
  const action =
    kind === 'could-not-load'
      ? { label: sharedText.tryAgain(), act: () => void model.load() }
      : { label: contactsText.showInactive(), act: () => void model.toggleInactive() };
  const hasAction = kind === 'could-not-load' || kind === 'none-match';
  return html`<atc-empty-state kind=${kind}>
    ${kind === 'could-not-load' && list.problem !== null ? html`<p>${problemSentence(list.problem)}</p>` : nothing}
    ${
      hasAction
        ? html`<button type="button" class="button" slot="action" @click=${action.act}>${action.label}</button>`
        : nothing
    }
  </atc-empty-state>`;
}

function importDialog({ model, locale, backToBar }: ContactsRoom): TemplateResult {
  const { imports, importRun, catalog } = model;
  return html`<atc-import-dialog
    .locale=${locale}
    .preview=${imports.preview}
    .column=${destinationWord(catalog.destinations)}
    .destinationName=${catalog.destinationName}
    .packageName=${catalog.packageName}
    ?starting=${importRun.isStarting}
    .problem=${imports.problem}
    @atc-import-confirm=${() => void model.confirmImport().then(backToBar)}
    @atc-import-cancel=${() => {
      imports.cancel();
      backToBar();
    }}
  ></atc-import-dialog>`;
}

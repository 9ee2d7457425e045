import { html, nothing, type TemplateResult } from 'lit';
import '../contacts/atc-contact-notes.ts';
import '../contacts/atc-contact-table.ts';
import type { AssignEvent, ContactToggleEvent, SortEvent } from '../contacts/contact-events.ts';
import { AWAITED_ROWS, type ContactRows } from '../contacts/contact-list.ts';
import { contactsText } from '../text/contacts-text.ts';
import { pageText } from '../text/page-text.ts';
import { assignBar } from './assign-room.ts';
import { emptyList } from './empty-list.ts';
import { filterBar } from './filter-room.ts';
import { type ImportRoom, importBar, importCourse, importDialog } from './import-room.ts';
import type { PageModel } from './page-model.ts';
import { problemNotice } from './problem-notice.ts';

/** The lower half of the page: Import Contacts and what comes of it, the notes, and the list. */
export function contactsRoom(room: ImportRoom): TemplateResult {
  const { model } = room;
  return html`<section part="contacts" class="contacts" aria-labelledby="contacts-heading">
    <h2 id="contacts-heading">${contactsText.heading()}</h2>
    ${importBar(room)} ${assignBar(room)} ${importCourse(room)} ${troubles(model)}
    <atc-contact-notes .locale=${room.locale}></atc-contact-notes>
    ${filterBar(room)} ${listOrReason(room)} ${importDialog(room)}
  </section>`;
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

function listOrReason(room: ImportRoom): TemplateResult {
  const { model } = room;
  const { place, list } = model;
  if (place !== 'table' && place !== 'loading') return emptyList(model, place);
  const isAwaited = place === 'loading';
  // The table is made while the wait goes on, so that only its rows are left to be drawn when the list is there.
  return html`${
    isAwaited ? html`<p class="loading"><span class="spinner"></span>${contactsText.loading()}</p>` : nothing
  }
    <div class=${isAwaited ? 'awaited' : ''}>${contactTable(room, isAwaited ? AWAITED_ROWS : list)}</div>`;
}

function contactTable({ model, locale, direction }: ImportRoom, rows: ContactRows): TemplateResult {
  const { list, catalog, filtering, selecting, assignments } = model;
  return html`<atc-contact-table
    part="table"
    dir=${direction}
    .locale=${locale}
    .rows=${rows}
    .version=${rows.version}
    .total=${rows.total}
    .filter=${list.shown.filter}
    .order=${list.shown.order}
    .selection=${selecting.selection}
    .ticked=${selecting.header}
    .destinations=${catalog.destinations}
    .packages=${catalog.packages}
    ?catalog-known=${catalog.isLoaded}
    .detailOf=${model.detailOf}
    .problemAt=${(id: string) => assignments.problemAt(id)}
    @atc-contact-toggle=${({ item }: ContactToggleEvent) => selecting.toggle(item)}
    @atc-all-toggle=${() => void selecting.toggleAll()}
    @atc-assign=${(event: AssignEvent) => void model.choosing.assign(event)}
    @atc-sort=${({ order, column }: SortEvent) => void filtering.sort(order, column)}
  ></atc-contact-table>`;
}

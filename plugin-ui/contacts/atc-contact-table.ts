import '@vaadin/grid/vaadin-grid-column.js';
import '@vaadin/grid/vaadin-grid.js';
import type { Grid } from '@vaadin/grid';
import { columnBodyRenderer, columnHeaderRenderer, gridRowDetailsRenderer } from '@vaadin/grid/lit.js';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { ContactDetail, ContactItem, DestinationView, PackageView, SortField } from '../../core/contract/index.ts';
import type { ApiProblem } from '../api/api-problem.ts';
import { AtcElement } from '../shared/atc-element.ts';
import { defineElement } from '../shared/define-element.ts';
import { FirstPaint } from '../shared/first-paint.ts';
import { contactsText } from '../text/contacts-text.ts';
import { detailsText } from '../text/details-text.ts';
import type { AssignmentChange } from './assignments.ts';
import './atc-contact-details.ts';
import { choiceStyles } from './choice.styles.ts';
import { choiceCell } from './choice-cell.ts';
import { assignedIn, type ChoiceColumn, destinationColumn, packageColumn } from './choice-columns.ts';
import { keyChoices } from './choice-keys.ts';
import { emailCell, firstNameCell, nameCell } from './contact-cells.ts';
import { AllToggleEvent, AssignEvent, ContactToggleEvent, SortEvent } from './contact-events.ts';
import { type ContactOrder, type ContactRows, FIRST_VIEW, PAGE_SIZE } from './contact-list.ts';
import { contactName } from './contact-name.ts';
import { type ContactSelection, type HeaderState, NO_CONTACTS } from './contact-selection.ts';
import { contactTableStyles } from './contact-table.styles.ts';
import { detailsButton } from './details-button.ts';
import { markSortedHeader, pagesOnScreen } from './grid-dom.ts';
import { GridRows } from './grid-rows.ts';
import { nothingToChoose } from './nothing-to-choose.ts';
import { DETAILS_COLUMN, RowDetails } from './row-details.ts';
import { sortButton } from './sort-button.ts';
import { statusCell } from './status-cell.ts';
import { headerTick, rowTick } from './tick-boxes.ts';

/** A list this short is shown whole, without a scroll area of its own. */
const SHORT_LIST = 8;

const NO_ROWS: ContactRows = { total: 0, version: 0, page: () => [] };

/**
 * The list of contacts: one scroll area over all of them, rows on demand, drop-downs, check boxes and details in them.
 *
 * @summary Table of the Autotask contacts.
 * @fires atc-contact-toggle - A row's check box was pressed.
 * @fires atc-all-toggle - The header's check box was pressed.
 * @fires atc-assign - A destination or a package was chosen in a row.
 * @fires atc-sort - A column's header was pressed.
 * @fires autotask-navigate - A link to one of the console's pages was pressed.
 */
export class AtcContactTable extends AtcElement {
  static override styles = [...AtcElement.styles, contactTableStyles, choiceStyles];

  @query('vaadin-grid') private readonly grid!: Grid<ContactItem>;

  @state() private expanded: ReadonlySet<string> = new Set();

  @property({ attribute: false }) rows: ContactRows = NO_ROWS;
  /** The rows' version and total: the rows are one object, so a change in it would go unseen. */
  @property({ attribute: false }) version = 0;
  /** The direction of writing, after which the arrow keys go; the grid itself looks at the document's only. */
  @property() override dir = '';
  @property({ attribute: false }) total = 0;
  @property({ attribute: false }) filter = FIRST_VIEW.filter;
  @property({ attribute: false }) order = FIRST_VIEW.order;
  @property({ attribute: false }) selection: ContactSelection = NO_CONTACTS;
  /** How much of the list is selected. */
  @property({ attribute: false }) ticked: HeaderState = 'none';
  @property({ attribute: false }) destinations: readonly DestinationView[] = [];
  @property({ attribute: false }) packages: readonly PackageView[] = [];
  /** Whether destinations and packages are known; until then no row says that there are none. */
  @property({ type: Boolean, attribute: 'catalog-known' }) catalogKnown = false;
  /** Why the last choice in a row was not saved. */
  @property({ attribute: false }) problemAt: (contactId: string) => ApiProblem | null = () => null;

  @property({ attribute: false }) detailOf: (contactId: string) => Promise<ContactDetail> = () =>
    new Promise(() => undefined);

  private readonly paint = new FirstPaint(this);
  private destinationColumn = destinationColumn([], 'en');
  private packageColumn = packageColumn([], 'en');
  private readonly details = new RowDetails(() => this.requestUpdate());
  private readonly gridRows = new GridRows({
    grid: () => this.grid,
    rows: () => this.rows,
    selection: () => this.selection,
    handed: () => this.paint.begin(),
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('destinations') || changed.has('locale')) {
      this.destinationColumn = destinationColumn(this.destinations, this.locale);
    }
    if (changed.has('packages') || changed.has('locale')) {
      this.packageColumn = packageColumn(this.packages, this.locale);
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.get('version') !== undefined && changed.has('version')) this.gridRows.handOutAgain();
    if (changed.get('order') !== undefined || changed.get('filter') !== undefined) this.grid.scrollToIndex(0);
    if (changed.has('selection')) this.gridRows.markSelected();
  }

  /** The pages that rows on screen belong to. */
  pagesOnScreen(): readonly number[] {
    return pagesOnScreen(this.grid);
  }

  private readonly toggleAll = (): void => {
    this.dispatchEvent(new AllToggleEvent());
  };

  private toggleExpanded(id: string): void {
    const expanded = new Set(this.expanded);
    if (!expanded.delete(id)) expanded.add(id);
    this.expanded = expanded;
  }

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    keyChoices(event);
    this.details.closeByKey(event, this.grid);
  };

  private assign(item: ContactItem, change: AssignmentChange, column: string, choice: string | null): void {
    this.dispatchEvent(new AssignEvent({ item, change, column, choice }));
  }

  private sortHeader(field: SortField, label: string): TemplateResult {
    // The header's cell is in place once the grid is through with rendering it.
    queueMicrotask(() => markSortedHeader(this.grid, this.order));
    const sort = (order: ContactOrder) => this.dispatchEvent(new SortEvent(order, label));
    return sortButton({ field, label, order: this.order, sort });
  }

  private sortColumn(field: SortField, label: string, body: (item: ContactItem) => unknown, width: string, grow = 1) {
    const isName = field === 'firstName' || field === 'lastName';
    return html`<vaadin-grid-column
      width=${width}
      flex-grow=${grow}
      ?row-header=${isName}
      ${columnHeaderRenderer(() => this.sortHeader(field, label), [this.order, label])}
      ${columnBodyRenderer((item: ContactItem) => html`${body(item)}`, [this.expanded, this.locale])}
    ></vaadin-grid-column>`;
  }

  private choiceColumn({ kind, key, word, choices }: ChoiceColumn, width: string) {
    const isReady = this.catalogKnown && this.paint.isOver;
    const body = (item: ContactItem) =>
      isReady
        ? choiceCell({
            name: contactsText.choiceFor(word, contactName(item)),
            choices,
            assigned: item[key],
            problem: this.problemAt(item.id),
            choose: (id) => this.assign(item, { [key]: id }, word, id === null ? null : choices.named(id).label),
            nothingToChoose: nothingToChoose(kind, this),
          })
        : html`<div class="pending-choice"></div>`;
    return html`<vaadin-grid-column
      width=${width}
      ${columnHeaderRenderer(() => this.sortHeader(kind, word), [this.order, word])}
      ${columnBodyRenderer(body, [choices, word, this.version, isReady])}
    ></vaadin-grid-column>`;
  }

  private statusBody(item: ContactItem): unknown {
    return statusCell({
      item,
      isExpanded: this.expanded.has(item.id),
      toggle: () => this.toggleExpanded(item.id),
    });
  }

  override render(): TemplateResult {
    // As long as it is not known what exists, nothing may be called gone.
    const choiceColumns = this.catalogKnown ? [this.destinationColumn, this.packageColumn] : [];
    return html`<vaadin-grid
      dir=${this.dir || nothing}
      accessible-name=${contactsText.tableName()}
      theme="wrap-cell-content"
      item-id-path="id"
      ?all-rows-visible=${this.total <= SHORT_LIST}
      .pageSize=${PAGE_SIZE}
      .size=${this.total}
      .dataProvider=${this.gridRows.provide}
      @keydown=${{ handleEvent: this.onKeyDown, capture: true }}
      .detailsOpenedItems=${this.details.opened}
      ${gridRowDetailsRenderer(
        (item: ContactItem) =>
          html`<atc-contact-details
            .locale=${this.locale}
            .item=${item}
            .assigned=${assignedIn(choiceColumns, item)}
            .read=${this.detailOf}
          ></atc-contact-details>`,
        [this.locale, ...choiceColumns],
      )}
    >
      <vaadin-grid-column
        width="44px"
        flex-grow="0"
        ${columnHeaderRenderer(() => headerTick({ ticked: this.ticked, toggle: this.toggleAll }), [this.ticked, this.locale])}
        ${columnBodyRenderer((item: ContactItem) => rowTick({ item, selection: this.selection, toggle: () => this.dispatchEvent(new ContactToggleEvent(item)) }), [this.selection, this.locale])}
      ></vaadin-grid-column>
      ${this.sortColumn('firstName', contactsText.firstName(), firstNameCell, '100px')}
      ${this.sortColumn('lastName', contactsText.lastName(), (item) => nameCell(item.lastName), '116px')}
      ${this.sortColumn('email', contactsText.email(), emailCell, '184px', 3)}
      ${this.sortColumn('account', contactsText.account(), (item) => nameCell(item.account), '140px', 2)}
      ${this.sortColumn('status', contactsText.status(), (item) => this.statusBody(item), '188px', 3)}
      ${this.choiceColumn(this.destinationColumn, '222px')}
      ${this.choiceColumn(this.packageColumn, '178px')}
      <vaadin-grid-column
        id=${DETAILS_COLUMN}
        width="44px"
        flex-grow="0"
        frozen-to-end
        ${columnHeaderRenderer(() => html`<span class="visually-hidden">${detailsText.column()}</span>`, [this.locale])}
        ${columnBodyRenderer(
          (item: ContactItem) =>
            detailsButton({ item, isOpen: this.details.isOpen(item), toggle: () => this.details.toggle(item) }),
          [this.details.opened, this.locale],
        )}
      ></vaadin-grid-column>
    </vaadin-grid>`;
  }
}

defineElement('atc-contact-table', AtcContactTable);

declare global {
  interface HTMLElementTagNameMap {
    'atc-contact-table': AtcContactTable;
  }
}

import { css } from 'lit';

/** The grid and what stands in its cells, which are children of the grid in the table's own shadow root. */
export const contactTableStyles = css`
  :host {
    display: block;
  }

  vaadin-grid {
    --vaadin-grid-cell-padding: 7px 8px;
    --vaadin-grid-header-font-size: 13px;
    --vaadin-grid-header-font-weight: 600;
    --vaadin-grid-header-text-color: var(--atc-muted);
    --vaadin-grid-row-hover-background-color: var(--atc-hover);
    --vaadin-grid-row-selected-background-color: var(--atc-selected);
    --vaadin-grid-border-radius: calc(var(--atc-radius) * 1.25);
    font-size: 14px;
  }

  vaadin-grid:not([all-rows-visible]) {
    height: clamp(320px, 68vh, 900px);
  }

  vaadin-grid::part(header-cell) {
    background: color-mix(in oklab, var(--atc-text) 3%, var(--atc-surface));
  }

  vaadin-grid-cell-content {
    overflow-wrap: anywhere;
    line-height: 1.4;
  }

  /* A target of 24 px around a box of 16; drawn by hand, because a native box fills all of its size. */
  .tick {
    display: grid;
    place-items: center;
    width: 24px;
    height: 24px;
    margin: 0;
    appearance: none;
    cursor: pointer;
  }

  .tick::before,
  .tick::after {
    content: '';
    grid-area: 1 / 1;
  }

  .tick::before {
    width: 17px;
    height: 17px;
    border: 1.5px solid var(--atc-control-border);
    border-radius: 4px;
    background: var(--atc-surface);
  }

  .tick:is(:checked, :indeterminate)::before {
    border-color: var(--atc-accent);
    background: var(--atc-accent);
  }

  .tick:checked::after {
    width: 5px;
    height: 9px;
    margin-block-end: 2px;
    border: solid var(--atc-accent-text);
    border-width: 0 2px 2px 0;
    rotate: 45deg;
  }

  .tick:indeterminate::after {
    width: 9px;
    height: 2px;
    margin: 0;
    border: 0;
    background: var(--atc-accent-text);
    rotate: none;
  }

  .tick[aria-disabled='true'] {
    opacity: 0.5;
    cursor: not-allowed;
  }

  @media (forced-colors: active) {
    .tick {
      appearance: auto;
    }

    .tick::before,
    .tick::after {
      content: none;
    }
  }

  .tick:focus-visible {
    outline: 2px solid var(--atc-accent);
    outline-offset: -1px;
    border-radius: 4px;
  }

  .sort {
    display: flex;
    align-items: center;
    gap: 4px;
    width: 100%;
    min-height: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    white-space: normal;
  }

  .sort .icon {
    width: 13px;
    height: 13px;
    opacity: 0.55;
  }

  .sort:hover,
  .sort.sorted {
    color: var(--atc-text);
  }

  .sort.sorted .icon,
  .sort:hover .icon {
    opacity: 1;
  }

  .gone {
    color: var(--atc-muted);
  }

  .tag {
    display: inline-block;
    margin-inline-start: 6px;
    padding: 0 6px;
    border: 1px solid var(--atc-control-border);
    border-radius: 99px;
    color: var(--atc-muted);
    font-size: 11.5px;
    font-weight: 500;
    line-height: 17px;
  }

  .status {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 3px 4px;
  }

  .badge {
    --tone: var(--atc-success);
    display: inline-flex;
    align-items: center;
    justify-self: start;
    gap: 5px;
    padding: 1px 9px 1px 7px;
    border: 1px solid color-mix(in oklab, var(--tone) 35%, transparent);
    border-radius: 99px;
    background: color-mix(in oklab, var(--tone) 10%, var(--atc-surface));
    color: var(--tone);
    font-size: 13px;
    font-weight: 600;
    line-height: 20px;
    white-space: nowrap;
  }

  .badge.modified {
    --tone: var(--atc-warning);
  }

  .badge.failed {
    --tone: var(--atc-danger);
  }

  .more {
    display: grid;
    grid-area: 1 / 2;
    place-items: center;
    width: 24px;
    height: 24px;
    padding: 0;
    border: 0;
    border-radius: 4px;
    background: none;
    color: var(--atc-muted);
  }

  .more:hover {
    background: var(--atc-hover);
    color: var(--atc-text);
  }

  .more[aria-expanded='true'] .icon {
    rotate: 180deg;
  }

  .why {
    grid-column: 1 / -1;
    font-size: 13px;
    line-height: 1.4;
  }

  .why.clamped {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }

  /* Without a badge the reason stands in the first line, beside the button. */
  .why:first-child {
    grid-area: 1 / 1;
  }

  .difference {
    display: block;
  }

  .clamped .difference {
    display: inline;
  }

  .refused {
    padding-block-start: 3px;
    color: var(--atc-danger);
    font-size: 13px;
  }

  /* Keeps the place of a drop-down, so that no row grows when it comes. */`;

import { css } from 'lit';

/** The frame of a page: heading, actions beside it, cards below. */
export const pageStyles = css`
  :host {
    display: block;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.75rem 1.5rem;
    margin-block-end: 0.25rem;
  }

  h1 {
    margin: 0;
    font-size: 1.5rem;
    font-weight: 650;
    line-height: 1.25;
    letter-spacing: -0.01em;
  }

  .lead {
    margin: 0.25rem 0 0;
    color: var(--console-color-muted);
    max-width: 60ch;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.5rem 1rem;
    margin-block: 0.75rem 0.25rem;
  }

  .bar vaadin-text-field {
    width: min(22rem, 100%);
  }

  .bar p {
    margin: 0 0 0.375rem;
  }

  .card {
    border: 1px solid var(--console-color-line);
    border-radius: var(--console-radius-large);
    background: var(--console-color-surface);
  }

  /* A grid of cards has gaps of its own. */
  .card + .card:not(li) {
    margin-block-start: 0.75rem;
  }

  .done {
    min-height: 1.5rem;
    margin: 0 0 0.5rem;
    color: var(--console-color-success);
    overflow-wrap: anywhere;
  }

  .problem + .card {
    margin-top: 0.75rem;
  }

  .scroll {
    overflow-x: auto;
    border-radius: inherit;
  }

  table {
    width: 100%;
    border-collapse: collapse;
  }

  th,
  td {
    padding: 0.625rem 1rem;
    text-align: start;
    border-block-end: 1px solid var(--console-color-line);
  }

  tbody :is(th, td) {
    max-width: 20rem;
    overflow-wrap: break-word;
  }

  /* Its lines are not broken. */
  td:has(.storage) {
    max-width: none;
  }

  tbody tr:last-child > * {
    border-block-end: 0;
  }

  thead th {
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--console-color-muted);
  }

  tbody th {
    min-width: 9rem;
    overflow-wrap: anywhere;
    font-weight: 500;
  }

  .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }

  .more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0.5rem 1rem;
    padding: 0.75rem;
  }

  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    white-space: nowrap;
    vertical-align: middle;
  }

  .badge svg {
    flex: none;
  }

  .badge.on {
    color: var(--console-color-success);
  }

  .badge.off {
    color: var(--console-color-muted);
  }
`;

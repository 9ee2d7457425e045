import { css } from 'lit';

export const runEntryStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    padding-block: 14px;
    overflow-wrap: anywhere;
  }

  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 16px;
  }

  h3 {
    flex: 1 1 260px;
    font-size: 14px;
  }

  .when {
    color: var(--atc-muted);
    font-weight: 400;
  }

  .state {
    --tone: var(--atc-muted);
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--tone);
    font-weight: 600;
  }

  .state.done {
    --tone: var(--atc-success);
  }

  .state.held {
    --tone: var(--atc-warning);
  }

  .state.failed {
    --tone: var(--atc-danger);
  }

  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 20px;
  }

  dl div {
    display: flex;
    gap: 6px;
    color: var(--atc-text);
  }

  dd {
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }

  .zero {
    color: var(--atc-muted);
  }

  .failed dd {
    color: var(--atc-danger);
  }

  .not_attempted dd {
    color: var(--atc-warning);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 10px;
  }

  .actions:empty {
    display: none;
  }

  .toggle .icon {
    transition: rotate 0.15s;
  }

  .toggle[aria-expanded='true'] .icon {
    rotate: 180deg;
  }

  @media (prefers-reduced-motion: reduce) {
    .toggle .icon {
      transition: none;
    }
  }
`;

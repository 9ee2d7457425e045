import { css } from 'lit';

/** Numbers by effect or outcome, side by side. */
export const tiles = css`
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(104px, 1fr));
    gap: 8px;
  }

  .tile {
    --tone: var(--atc-text);
    display: flex;
    flex-direction: column-reverse;
    justify-content: flex-end;
    padding: 8px 12px;
    border: 1px solid var(--atc-border);
    border-radius: var(--atc-radius);
    background: color-mix(in oklab, var(--tone) 6%, var(--atc-surface));
  }

  .tile dt {
    color: var(--atc-muted);
    font-size: 13px;
  }

  .tile dd {
    color: var(--tone);
    font-size: 22px;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    line-height: 1.3;
  }

  .tile .was {
    color: var(--atc-muted);
    font-size: 13px;
    font-weight: 500;
    white-space: nowrap;
  }

  .tile.zero {
    --tone: var(--atc-muted);
    background: none;
  }

  .tile.success {
    --tone: var(--atc-success);
  }

  .tile.warning {
    --tone: var(--atc-warning);
  }

  .tile.danger {
    --tone: var(--atc-danger);
  }
`;

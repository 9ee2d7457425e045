import { css } from 'lit';

export const filterBarStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
  }

  .boxes {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 4fr) minmax(0, 4fr);
    align-items: end;
    gap: 10px 14px;
  }

  .boxes:where(:has(> .button)) {
    grid-template-columns: minmax(0, 5fr) minmax(0, 4fr) minmax(0, 4fr) auto;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 18px;
    min-height: 30px;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }

  .chip {
    min-height: 30px;
    padding: 2px 12px;
    border: 1px solid var(--atc-control-border);
    border-radius: 99px;
    background: var(--atc-surface);
    color: var(--atc-text);
  }

  .chip:hover {
    background: var(--atc-hover);
  }

  .chip[aria-pressed='true'] {
    border-color: var(--atc-accent);
    background: var(--atc-selected);
    box-shadow: inset 0 0 0 1px var(--atc-accent);
    font-weight: 600;
  }

  .chip:focus-visible {
    border-radius: 99px;
  }

  .count {
    margin-inline-start: 3px;
    color: var(--atc-muted);
    font-variant-numeric: tabular-nums;
    font-weight: 500;
  }

  [aria-pressed='true'] .count {
    color: inherit;
  }

  .spinner {
    margin-inline-start: auto;
    color: var(--atc-muted);
  }

  @container (max-width: 760px) {
    .boxes {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }

  @container (max-width: 480px) {
    .boxes {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

import { css } from 'lit';

/** What the import's dialog has beyond every dialog. */
export const importDialogStyles = css`
  h3 {
    padding-block-end: 4px;
    font-size: 14px;
  }

  .changes {
    margin-block: 6px;
    padding-inline-start: 18px;
    list-style: disc;
  }

  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(240px, 100%), 1fr));
    gap: 16px 24px;
  }

  ul {
    display: grid;
    gap: 6px;
    list-style: none;
  }

  .reasons {
    grid-template-columns: auto 1fr;
    column-gap: 10px;
  }

  .reasons li {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
  }

  /* However many there are, what they add up to stays in sight. */
  .scroll {
    max-height: 208px;
    padding-inline-end: 8px;
    overflow: auto;
  }

  .scroll:focus-visible {
    outline: 2px solid var(--atc-accent);
    outline-offset: 2px;
    border-radius: 4px;
  }

  .instructions {
    display: flex;
    align-items: start;
    gap: 8px;
    min-height: 24px;
  }

  .instructions input {
    flex: none;
    width: 18px;
    height: 18px;
    margin: 2px 0 0;
    accent-color: var(--atc-accent);
  }

  summary {
    width: fit-content;
    min-height: 24px;
    color: var(--atc-accent);
    font-weight: 550;
    cursor: pointer;
  }

  .who {
    gap: 2px;
    padding-block: 2px 8px;
    padding-inline-start: 18px;
    overflow-wrap: anywhere;
  }

  .names li {
    display: flex;
    justify-content: space-between;
    gap: 16px;
  }

  .count {
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }

  .reasons .count {
    color: var(--atc-danger);
    text-align: end;
  }

  footer p {
    flex: 1 1 220px;
  }
`;

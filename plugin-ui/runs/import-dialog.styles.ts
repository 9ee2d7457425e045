import { css } from 'lit';

/** What the import's dialog has beyond every dialog. */
export const importDialogStyles = css`
  h3 {
    padding-block-end: 4px;
    font-size: 14px;
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

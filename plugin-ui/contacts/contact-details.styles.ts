import { css } from 'lit';

export const contactDetailsStyles = css`
  :host {
    display: block;
    white-space: normal;
  }

  .details {
    display: flex;
    flex-wrap: wrap;
    gap: 16px 40px;
    padding: 6px 8px 10px;
    overflow-wrap: anywhere;
  }

  section {
    flex: 1 1 260px;
    min-width: 0;
    max-width: 68ch;
  }

  h3 {
    margin-block-end: 4px;
    color: var(--atc-muted);
    font-size: 13px;
  }

  p + h3 {
    margin-block-start: 10px;
  }

  dl div {
    padding-block: 1px;
  }

  dt,
  dd {
    display: inline;
  }

  dt {
    margin-inline-end: 8px;
    font-weight: 600;
  }

  ol {
    padding-inline-start: 20px;
  }

  li {
    padding-block: 1px;
  }

  table {
    border-collapse: collapse;
  }

  th,
  td {
    padding: 2px 16px 2px 0;
    text-align: start;
    vertical-align: top;
  }

  thead th {
    color: var(--atc-muted);
    font-size: 12.5px;
    font-weight: 500;
  }

  tbody th {
    font-weight: 600;
  }
`;

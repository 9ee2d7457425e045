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
    container-type: inline-size;
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
    padding-block: 2px;
    padding-inline: 0 16px;
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

  th {
    overflow-wrap: normal;
  }

  /* Four columns would break every word: each value stands beside the name of its column. */
  @container (inline-size < 24rem) {
    thead {
      position: absolute;
      clip-path: inset(50%);
    }

    tr,
    tbody th {
      display: block;
    }

    tbody td {
      display: grid;
      grid-template-columns: 6.5rem 1fr;
      gap: 8px;
      padding-inline: 0;
    }

    tbody td::before {
      content: attr(data-column) / '';
      color: var(--atc-muted);
      font-size: 12.5px;
    }
  }
`;

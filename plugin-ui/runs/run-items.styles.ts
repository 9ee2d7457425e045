import { css } from 'lit';

export const runItemsStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: 10px;
    container-type: inline-size;
  }

  .filter {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
  }

  label {
    font-weight: 600;
  }

  select {
    min-height: 36px;
    padding: 6px 10px;
    border: 1px solid var(--atc-control-border);
    border-radius: var(--atc-radius);
    background: var(--atc-surface);
    color: var(--atc-text);
    font: inherit;
  }

  a.button {
    text-decoration: none;
  }

  ul {
    display: grid;
    grid-template-columns: max-content minmax(0, 3fr) minmax(0, 2fr) minmax(0, 4fr);
    column-gap: 16px;
    width: 100%;
    list-style: none;
  }

  li {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    row-gap: 2px;
    padding-block: 8px;
    border-block-start: 1px solid var(--atc-border);
    overflow-wrap: anywhere;
  }

  .contact {
    display: grid;
    align-content: start;
  }

  .name {
    font-weight: 600;
  }

  .outcome {
    display: flex;
    gap: 6px;
    font-weight: 550;
  }

  .outcome .icon {
    margin-block-start: 2px;
  }

  .outcome.failed {
    color: var(--atc-danger);
  }

  .outcome:is(.created, .updated) {
    color: var(--atc-success);
  }

  .outcome.not_attempted {
    color: var(--atc-warning);
  }

  @container (max-width: 720px) {
    ul {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

import { css } from 'lit';

export const importDialogStyles = css`
  dialog {
    width: min(640px, calc(100vw - 24px));
    max-height: calc(100dvh - 24px);
    padding: 0;
    overflow: auto;
    border: 1px solid var(--atc-border);
    border-radius: calc(var(--atc-radius) * 1.5);
    background: var(--atc-surface);
    color: var(--atc-text);
    box-shadow: 0 12px 48px rgb(0 0 0 / 28%);
  }

  dialog::backdrop {
    background: rgb(10 16 24 / 48%);
  }

  h2 {
    padding: 18px 20px 4px;
    font-size: 18px;
  }

  h3 {
    padding-block-end: 4px;
    font-size: 14px;
  }

  .content {
    display: grid;
    gap: 16px;
    padding: 0 20px 18px;
    overflow-wrap: anywhere;
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

  footer {
    position: sticky;
    bottom: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 8px 10px;
    padding: 12px 20px;
    border-block-start: 1px solid var(--atc-border);
    background: color-mix(in oklab, var(--atc-text) 3%, var(--atc-surface));
  }

  /* The focused part of a long preview is never under the footer. */
  dialog {
    scroll-padding-block-end: 72px;
  }

  footer p {
    flex: 1 1 220px;
  }
`;

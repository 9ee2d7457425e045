import { css } from 'lit';

/** A dialog with a heading, and a footer of buttons that stays in sight. */
export const dialogStyles = css`
  dialog {
    width: min(640px, calc(100vw - 24px));
    max-height: calc(100dvh - 24px);
    padding: 0;
    overflow: auto;
    /* The focused part of a long dialog is never under the footer. */
    scroll-padding-block-end: 72px;
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

  .content {
    display: grid;
    gap: 16px;
    padding: 0 20px 18px;
    overflow-wrap: anywhere;
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
`;

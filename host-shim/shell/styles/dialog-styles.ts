import { css } from 'lit';

/** A panel at the side for forms, a box in the middle for questions. */
export const dialogStyles = css`
  dialog {
    box-sizing: border-box;
    width: min(28rem, 100vw);
    max-width: none;
    height: 100dvh;
    max-height: none;
    margin: 0;
    margin-inline-start: auto;
    padding: 1.25rem 1.5rem 1.5rem;
    border: 0;
    background: var(--console-color-surface);
    color: var(--console-color-text);
    box-shadow: var(--console-shadow);
    overflow: auto;
  }

  dialog.question {
    height: fit-content;
    max-width: calc(100vw - 2rem);
    max-height: calc(100dvh - 2rem);
    margin: auto;
    border-radius: var(--console-radius-large);
  }

  dialog::backdrop {
    background: rgb(10 16 26 / 45%);
  }

  @media (prefers-reduced-motion: no-preference) {
    dialog[open] {
      animation: arrive 160ms ease-out;
    }

    @keyframes arrive {
      from {
        translate: 1.5rem 0;
      }
    }
  }

  .dialog-head {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: 1rem;
    margin-block-end: 1.25rem;
  }

  .dialog-head h2 {
    margin: 0;
    font-size: 1.25rem;
    line-height: 1.6;
    overflow-wrap: anywhere;
  }

  .dialog-close {
    flex: none;
    min-height: 2rem;
    padding: 0.25rem;
    border-color: transparent;
    background: none;
  }
`;

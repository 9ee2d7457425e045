import { css } from 'lit';

/** Buttons and links, alike on every page. */
export const controlStyles = css`
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-height: 2.25rem;
    box-sizing: border-box;
    padding: 0.375rem 0.875rem;
    border: 1px solid var(--console-color-border);
    border-radius: var(--console-radius);
    background: var(--console-color-surface);
    color: var(--console-color-text);
    font: inherit;
    font-weight: 500;
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
  }

  button:hover,
  .button:hover {
    background: var(--console-color-hover);
  }

  .primary {
    border-color: transparent;
    background: var(--console-color-accent);
    color: var(--console-color-accent-text);
  }

  .primary:hover {
    background: var(--console-color-accent-strong);
  }

  .danger {
    border-color: var(--console-color-danger);
    color: var(--console-color-danger);
  }

  .danger:hover {
    background: var(--console-color-danger-soft);
  }

  .small {
    min-height: 1.75rem;
    padding: 0.125rem 0.625rem;
    border-color: var(--console-color-line);
    font-size: 0.875rem;
  }

  [aria-disabled='true'] {
    cursor: progress;
    opacity: 0.7;
  }

  a {
    color: var(--console-color-accent);
  }

  :is(a, button, input:not([slot]), select, [tabindex]):focus-visible {
    outline: 2px solid var(--console-color-accent);
    outline-offset: 2px;
  }

  .quiet {
    color: var(--console-color-muted);
  }

  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

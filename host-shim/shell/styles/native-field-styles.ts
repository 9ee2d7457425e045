import { css } from 'lit';

/** Native fields, drawn like those of the component library. */
export const nativeFieldStyles = css`
  .field {
    display: grid;
    gap: 0.375rem;
  }

  .field label {
    font-size: 0.875rem;
    font-weight: 500;
  }

  .field :is(input, select) {
    box-sizing: border-box;
    width: 100%;
    min-height: 2.5rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--console-color-border);
    border-radius: var(--console-radius);
    background: var(--console-color-surface);
    color: inherit;
    font: inherit;
  }
`;

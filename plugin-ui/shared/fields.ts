import { css } from 'lit';

/** Labelled boxes of a form. */
export const fields = css`
  .field {
    display: grid;
    gap: 4px;
  }

  label {
    font-weight: 600;
  }

  :is(input:where([type='text'], [type='search'], [type='password']), select) {
    width: 100%;
    min-height: 36px;
    padding: 6px 10px;
    border: 1px solid var(--atc-control-border);
    border-radius: var(--atc-radius);
    background: var(--atc-surface);
    color: var(--atc-text);
    font: inherit;
  }

  :is(input, select):focus-visible {
    outline-offset: -1px;
    border-radius: var(--atc-radius);
  }

  input[aria-invalid='true'] {
    border-color: var(--atc-danger);
  }

  .hint {
    color: var(--atc-muted);
    font-size: 13px;
  }

  .error {
    color: var(--atc-danger);
    font-size: 13px;
    font-weight: 550;
  }
`;

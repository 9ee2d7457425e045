import { css } from 'lit';

export const formStyles = css`
  form {
    display: grid;
    gap: 1rem;
  }

  vaadin-text-field {
    width: 100%;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 0.5rem;
    margin-block-start: 0.5rem;
  }

  .note {
    margin: 0;
    padding: 0.625rem 0.75rem;
    border-inline-start: 3px solid var(--console-color-warning);
    border-radius: 0 var(--console-radius) var(--console-radius) 0;
    background: var(--console-color-hover);
    font-size: 0.875rem;
  }

  .problem {
    margin: 0;
    padding: 0.625rem 0.75rem;
    border-radius: var(--console-radius);
    background: var(--console-color-danger-soft);
    color: var(--console-color-danger);
  }
`;

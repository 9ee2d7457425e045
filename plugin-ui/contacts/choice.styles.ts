import { css } from 'lit';
import { unmatchedStyles } from './note-unmatched.ts';

/** Drop-downs and the entries of their lists, which are in the same shadow root. */
export const choiceStyles = css`
  ${unmatchedStyles}

  vaadin-combo-box {
    --vaadin-input-field-padding: 3px 4px 3px 8px;
    --vaadin-input-field-container-gap: 4px;
    --vaadin-input-field-border-color: color-mix(in oklab, var(--atc-text) 52%, var(--atc-surface));
    --vaadin-input-field-placeholder-color: var(--atc-muted);
    --vaadin-combo-box-overlay-width: 300px;
    width: 100%;
  }

  /* In the place of one that is still to be made. */
  .pending-choice {
    height: 32px;
    border: 1px solid var(--atc-control-border);
    border-radius: 6px;
  }

  vaadin-combo-box-item {
    font-size: 14px;
    overflow-wrap: anywhere;
  }

  /* The list lays its entries' parts side by side. */
  .entry {
    min-width: 0;
  }

  .details {
    color: var(--atc-muted);
    font-size: 12.5px;
    line-height: 1.35;
  }

  /* The list, and the box's title, show all of a name. */
  vaadin-combo-box > input {
    text-overflow: ellipsis;
  }

  /* The box around it has the ring. */
  vaadin-combo-box > input:focus-visible {
    outline: none;
  }
`;

import { css } from 'lit';

export const assignBarStyles = css`
  :host {
    display: block;
  }

  .boxes {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px 12px;
  }

  .box {
    flex: 1 1 200px;
    max-width: 300px;
    min-width: 0;
  }

  .label {
    color: var(--atc-muted);
    font-size: 13px;
  }

  .pending-choice {
    height: 36px;
  }

  /* Keeps its place while it has nothing to say, so that nothing moves. */
  .note {
    display: flex;
    flex: 1 1 260px;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 10px;
    min-width: 0;
    min-height: 36px;
    overflow-wrap: anywhere;
  }

  atc-notice {
    flex: 1 1 240px;
  }

  vaadin-combo-box {
    --vaadin-input-field-label-font-size: 13px;
    --vaadin-input-field-label-color: var(--atc-muted);
    --vaadin-combo-box-overlay-width: 320px;
  }

  vaadin-combo-box::part(input-field) {
    min-height: 36px;
  }

  @container (max-width: 480px) {
    .box {
      flex-basis: 100%;
      max-width: none;
    }
  }
`;

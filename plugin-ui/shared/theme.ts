import { css } from 'lit';

/**
 * The host's tokens with their defaults, and what follows from them. Every part carries them, so that it looks the same
 * outside the page; nothing is defined outside the page's own shadow roots.
 */
export const theme = css`
  :host {
    --atc-text: var(--autotask-color-text, light-dark(#1b2430, #e5eaf1));
    --atc-muted: var(--autotask-color-muted, light-dark(#566273, #a5b1c0));
    --atc-background: var(--autotask-color-background, light-dark(#f4f6f9, #10151c));
    --atc-surface: var(--autotask-color-surface, light-dark(#ffffff, #19202a));
    --atc-border: var(--autotask-color-border, light-dark(#dae0e8, #303b49));
    --atc-accent: var(--autotask-color-accent, light-dark(#1d5fd0, #8ab4ff));
    --atc-accent-text: var(--autotask-color-accent-text, light-dark(#ffffff, #0b1628));
    --atc-danger: var(--autotask-color-danger, light-dark(#b3261e, #ff9d94));
    --atc-success: var(--autotask-color-success, light-dark(#17703f, #68d49b));
    --atc-warning: var(--autotask-color-warning, light-dark(#855600, #f2c05c));
    --atc-radius: var(--autotask-radius, 8px);
    --atc-font: var(--autotask-font-family, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    /* Borders of controls need 3:1, more than those of cards. */
    --atc-control-border: color-mix(in oklab, var(--atc-text) 52%, var(--atc-surface));
    --atc-hover: color-mix(in oklab, var(--atc-accent) 8%, var(--atc-surface));
    --atc-selected: color-mix(in oklab, var(--atc-accent) 12%, var(--atc-surface));

    --vaadin-text-color: var(--atc-text);
    --vaadin-text-color-secondary: var(--atc-muted);
    --vaadin-text-color-disabled: var(--atc-muted);
    --vaadin-background-color: var(--atc-surface);
    --vaadin-background-container: color-mix(in oklab, var(--atc-text) 4%, var(--atc-surface));
    --vaadin-background-container-strong: color-mix(in oklab, var(--atc-text) 9%, var(--atc-surface));
    --vaadin-border-color: var(--atc-control-border);
    --vaadin-border-color-secondary: var(--atc-border);
    --vaadin-focus-ring-color: var(--atc-accent);
    --vaadin-radius-m: calc(var(--atc-radius) * 0.75);

    color: var(--atc-text);
    font-family: var(--atc-font);
    font-size: 14px;
    line-height: 1.5;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

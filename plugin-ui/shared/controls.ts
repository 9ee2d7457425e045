import { css } from 'lit';

/** Headings, buttons, links and cards, the same in every part. */
export const controls = css`
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }

  h2,
  h3 {
    font-size: 16px;
    font-weight: 600;
    line-height: 1.35;
    text-wrap: balance;
  }

  .card {
    background: var(--atc-surface);
    border: 1px solid var(--atc-border);
    border-radius: calc(var(--atc-radius) * 1.25);
  }

  .muted {
    color: var(--atc-muted);
  }

  button {
    font: inherit;
    cursor: pointer;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 36px;
    padding: 6px 14px;
    border: 1px solid var(--atc-control-border);
    border-radius: var(--atc-radius);
    background: var(--atc-surface);
    color: var(--atc-text);
    font-weight: 550;
    line-height: 1.3;
    text-align: center;
  }

  .button:hover {
    background: var(--atc-hover);
  }

  .button.primary {
    border-color: transparent;
    background: var(--atc-accent);
    color: var(--atc-accent-text);
  }

  .button.primary:hover {
    background: color-mix(in oklab, var(--atc-accent) 88%, var(--atc-text));
  }

  .button[aria-disabled='true'] {
    border: 1px dashed var(--atc-control-border);
    background: transparent;
    color: var(--atc-muted);
    cursor: not-allowed;
  }

  :is(.button, .link).busy {
    cursor: progress;
  }

  .link {
    display: inline;
    min-height: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--atc-accent);
    font: inherit;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 2px;
  }

  .link:hover {
    text-decoration-thickness: 2px;
  }

  a {
    color: var(--atc-accent);
    text-underline-offset: 2px;
  }

  :is(button, a, summary, input):focus-visible,
  :is(h2, h3):focus-visible {
    outline: 2px solid var(--atc-accent);
    outline-offset: 2px;
    border-radius: 4px;
  }

  .button:focus-visible {
    border-radius: var(--atc-radius);
  }

  .icon {
    flex: none;
    width: 1.15em;
    height: 1.15em;
  }

  .spinner {
    flex: none;
    width: 1.1em;
    height: 1.1em;
    border: 2px solid currentColor;
    border-inline-start-color: transparent;
    border-radius: 50%;
    animation: turn 0.9s linear infinite;
  }

  /* Waits under a second show nothing. */
  .spinner.late {
    animation:
      turn 0.9s linear infinite,
      appear 0s 1s both;
  }

  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }

  @keyframes appear {
    from {
      visibility: hidden;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation-duration: 6s;
    }
  }
`;

import { html, type TemplateResult } from 'lit';

export function productMark(size: number): TemplateResult {
  return html`
    <svg viewBox="0 0 32 32" width=${size} height=${size} aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--console-color-accent)"></rect>
      <path
        d="M10 21.5a4.5 4.5 0 0 1-.6-8.96A7 7 0 0 1 22.9 14a3.9 3.9 0 0 1-.9 7.5z"
        fill="var(--console-color-accent-text)"
      ></path>
      <path
        d="M16 19.5v-6m-2.6 2.4 2.6-2.6 2.6 2.6"
        fill="none"
        stroke="var(--console-color-accent)"
        stroke-width="1.8"
        stroke-linecap="round"
        stroke-linejoin="round"
      ></path>
    </svg>
  `;
}

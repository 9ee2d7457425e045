import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';

// Each stands beside its word, so assistive technology skips it.
function icon(paths: SVGTemplateResult): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.6"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${paths}</svg>`;
}

export const icons = {
  check: () => icon(svg`<path d="m3.5 8.5 3 3 6-7"/>`),
  differs: () => icon(svg`<path d="M3 5.5h10M3 10.5h10M10.5 3l-5 10"/>`),
  cross: () => icon(svg`<path d="m4.5 4.5 7 7m0-7-7 7"/>`),
  warning: () => icon(svg`<path d="M8 2.5 14.2 13H1.8L8 2.5ZM8 6.5v3M8 11.4v.1"/>`),
  info: () => icon(svg`<circle cx="8" cy="8" r="6"/><path d="M8 7.5V11M8 5v.1"/>`),
  chevron: () => icon(svg`<path d="m4.5 6.5 3.5 3.5 3.5-3.5"/>`),
  up: () => icon(svg`<path d="M8 12.5v-9m-3.5 3.5L8 3.5 11.5 7"/>`),
  down: () => icon(svg`<path d="M8 3.5v9m-3.5-3.5L8 12.5 11.5 9"/>`),
  sortable: () => icon(svg`<path d="m5 6.5 3-3 3 3m-6 3 3 3 3-3"/>`),
  refresh: () => icon(svg`<path d="M13 8a5 5 0 1 1-1.5-3.6M13 2v3h-3"/>`),
  people: () =>
    icon(
      svg`<circle cx="6" cy="5.5" r="2.5"/><path d="M1.5 13c.4-2.5 2.2-3.8 4.5-3.8s4.1 1.3 4.5 3.8M10.5 3.3a2.5 2.5 0 0 1 0 4.5M12.2 9.6c1.3.5 2.1 1.6 2.3 3.4"/>`,
    ),
  plug: () => icon(svg`<path d="M5.5 2v3m5-3v3M3.5 5h9v2.5a4.5 4.5 0 0 1-9 0V5ZM8 12v2.5"/>`),
  lock: () => icon(svg`<rect x="3" y="7" width="10" height="7" rx="1.5"/><path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2"/>`),
  external: () => icon(svg`<path d="M6.5 3.5h-3v9h9v-3M9 2.5h4.5V7M13 3 7.5 8.5"/>`),
} as const;

import { html, type TemplateResult } from 'lit';

/** A state as icon and words, so that it never hangs on colour alone. */
export function statusBadge(status: { readonly isOn: boolean; readonly label: string }): TemplateResult {
  const mark = status.isOn ? 'm8 12.5 3 3 5-6' : 'M8.5 12h7';
  return html`
    <span class="badge ${status.isOn ? 'on' : 'off'}">
      <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" fill="none" stroke="currentColor">
        <circle cx="12" cy="12" r="9" stroke-width="1.75"></circle>
        <path d=${mark} stroke-width="2" stroke-linecap="round" stroke-linejoin="round"></path>
      </svg>
      ${status.label}
    </span>
  `;
}

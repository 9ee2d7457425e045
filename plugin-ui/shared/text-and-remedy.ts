import { html, type TemplateResult } from 'lit';
import type { ReasonWords } from '../text/reason-text.ts';

/** What is wrong, and with less weight what mends it. */
export function textAndRemedy({ text, remedy }: ReasonWords): TemplateResult {
  return html`${text} <span class="muted">${remedy}</span>`;
}

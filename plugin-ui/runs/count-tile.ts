import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../shared/format.ts';
import { importText } from '../text/runs-text.ts';

export interface CountTile {
  readonly count: number;
  readonly label: string;
  readonly tone: 'success' | 'warning' | 'danger' | '';
  readonly locale: string;
  /** What the number was before; told when it is another one. */
  readonly before?: number | undefined;
}

/** A number by effect or outcome; to stand in a list of class `tiles`. */
export function countTile({ count, label, tone, locale, before = count }: CountTile): TemplateResult {
  const was =
    before === count ? nothing : html`<span class="was">${importText.was(formatNumber(before, locale))}</span>`;
  return html`<div class="tile ${count === 0 ? 'zero' : tone}">
    <dt>${label}</dt>
    <dd>${formatNumber(count, locale)} ${was}</dd>
  </div>`;
}

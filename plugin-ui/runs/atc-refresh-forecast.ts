import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { RefreshForecast } from '../../core/contract/index.ts';
import { AtcElement } from '../shared/atc-element.ts';
import { defineElement } from '../shared/define-element.ts';
import { icons } from '../shared/icons.ts';
import { forecastWords } from './forecast-words.ts';

/**
 * How many calls the next refresh takes and how many are left, in one quiet line; a warning when they are scarce.
 *
 * @summary Forecast of the next refresh.
 */
export class AtcRefreshForecast extends AtcElement {
  static override styles = [
    ...AtcElement.styles,
    css`
      /* The line has its place before it is known, so that the list does not move. */
      :host {
        display: block;
        min-height: 1.5em;
        font-size: 13px;
        font-variant-numeric: tabular-nums;
        color: var(--atc-muted);
      }

      p {
        display: flex;
        gap: 8px;
      }

      .icon {
        margin-block-start: 2px;
        color: var(--atc-warning);
      }

      .warning {
        color: var(--atc-text);
      }
    `,
  ];

  @property({ attribute: false }) forecast: RefreshForecast | null = null;

  override render(): TemplateResult | typeof nothing {
    if (this.forecast === null) return nothing;
    const { tone, sentences } = forecastWords(this.forecast, this.locale);
    return html`<p class=${tone}>
      ${tone === 'warning' ? icons.warning() : nothing}<span>${sentences.join(' ')}</span>
    </p>`;
  }
}

defineElement('atc-refresh-forecast', AtcRefreshForecast);

declare global {
  interface HTMLElementTagNameMap {
    'atc-refresh-forecast': AtcRefreshForecast;
  }
}

import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AtcElement } from './atc-element.ts';
import { defineElement } from './define-element.ts';
import { icons } from './icons.ts';

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger';

const ICONS: Readonly<Record<NoticeTone, () => TemplateResult>> = {
  info: icons.info,
  success: icons.check,
  warning: icons.warning,
  danger: icons.cross,
};

/**
 * A worded message beside what it is about; the status region of the page announces it.
 *
 * @summary Message with an icon, a heading and a remedy.
 * @slot - What happened and what mends it.
 * @slot action - Buttons.
 */
export class AtcNotice extends AtcElement {
  static override styles = [
    ...AtcElement.styles,
    css`
      :host {
        --tone: var(--atc-accent);
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
        padding: 10px 14px;
        border: 1px solid color-mix(in oklab, var(--tone) 45%, var(--atc-surface));
        border-radius: var(--atc-radius);
        background: color-mix(in oklab, var(--tone) 8%, var(--atc-surface));
      }

      :host([tone='success']) {
        --tone: var(--atc-success);
      }

      :host([tone='warning']) {
        --tone: var(--atc-warning);
      }

      :host([tone='danger']) {
        --tone: var(--atc-danger);
      }

      .message {
        display: flex;
        flex: 1 1 240px;
        gap: 10px;
        min-width: 0;
        overflow-wrap: anywhere;
      }

      .icon {
        margin-block-start: 3px;
        color: var(--tone);
      }
    `,
  ];

  @property({ reflect: true }) tone: NoticeTone = 'info';

  override render(): TemplateResult {
    return html`
      <div class="message">${ICONS[this.tone]()}<div><slot></slot></div></div>
      <slot name="action"></slot>
    `;
  }
}

defineElement('atc-notice', AtcNotice);

declare global {
  interface HTMLElementTagNameMap {
    'atc-notice': AtcNotice;
  }
}

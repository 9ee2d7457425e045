import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type EmptyKind, emptyText } from '../text/empty-text.ts';
import { AtcElement } from './atc-element.ts';
import { defineElement } from './define-element.ts';
import { icons } from './icons.ts';

const ICONS: Readonly<Record<EmptyKind, () => TemplateResult>> = {
  'not-connected': icons.plug,
  'never-refreshed': icons.refresh,
  'none-exist': icons.people,
  'none-match': icons.people,
  'could-not-load': icons.warning,
  'not-allowed': icons.lock,
  'signed-out': icons.lock,
};

/** These stand for the whole page, the others for a part of it. */
const PAGE_KINDS: ReadonlySet<EmptyKind> = new Set<EmptyKind>(['not-allowed', 'signed-out']);

/**
 * Stands where the list would be, and says why there is none and what to do.
 *
 * @summary Worded reason for an empty place.
 * @slot - More about it, as the server said it.
 * @slot action - Buttons.
 */
export class AtcEmptyState extends AtcElement {
  static override styles = [
    ...AtcElement.styles,
    css`
      :host {
        display: grid;
        justify-items: center;
        gap: 6px;
        padding: 44px 24px;
        border: 1px dashed var(--atc-border);
        border-radius: calc(var(--atc-radius) * 1.25);
        background: var(--atc-surface);
        text-align: center;
      }

      .icon {
        width: 28px;
        height: 28px;
        color: var(--atc-muted);
        stroke-width: 1.2;
      }

      :host([kind='could-not-load']) .icon {
        color: var(--atc-danger);
      }

      p,
      ::slotted(p) {
        max-width: 56ch;
        margin: 0;
        color: var(--atc-muted);
        text-wrap: pretty;
      }

      ::slotted([slot='action']) {
        margin-block-start: 8px;
      }
    `,
  ];

  @property({ reflect: true }) kind: EmptyKind = 'never-refreshed';

  override render(): TemplateResult {
    const { title, detail } = emptyText[this.kind]();
    return html`
      ${ICONS[this.kind]()}
      ${PAGE_KINDS.has(this.kind) ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}
      ${detail === '' ? nothing : html`<p>${detail}</p>`}
      <slot></slot>
      <slot name="action"></slot>
    `;
  }
}

defineElement('atc-empty-state', AtcEmptyState);

declare global {
  interface HTMLElementTagNameMap {
    'atc-empty-state': AtcEmptyState;
  }
}

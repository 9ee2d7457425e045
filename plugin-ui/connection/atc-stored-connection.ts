import { css, html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AtcElement } from '../shared/atc-element.ts';
import { defineElement } from '../shared/define-element.ts';
import { connectionText } from '../text/connection-text.ts';
import './atc-forget-dialog.ts';
import type { ConnectionActivity } from './connection-activity.ts';
import { ConnectionForgetEvent, ConnectionTestEvent } from './connection-events.ts';

/**
 * What can be done with credentials that are stored.
 *
 * @summary Test and Forget.
 * @fires atc-connection-test - Test was pressed.
 * @fires atc-connection-forget - Forget was pressed and confirmed.
 */
export class AtcStoredConnection extends AtcElement {
  static override styles = [
    ...AtcElement.styles,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  @state() private isForgetAsked = false;

  @property() username = '';
  @property({ attribute: false }) activity: ConnectionActivity = null;

  private readonly test = (): void => {
    if (this.activity === null) this.dispatchEvent(new ConnectionTestEvent());
  };

  private readonly askToForget = (): void => {
    if (this.activity === null) this.isForgetAsked = true;
  };

  private readonly keep = (): void => {
    this.isForgetAsked = false;
  };

  private readonly forget = (): void => {
    this.isForgetAsked = false;
    this.dispatchEvent(new ConnectionForgetEvent());
  };

  override render(): TemplateResult {
    const { activity } = this;
    return html`
      <button type="button" class="button ${activity === 'testing' ? 'busy' : ''}" @click=${this.test}>
        ${connectionText.test()}
      </button>
      <button
        type="button"
        class="button ${activity === 'forgetting' ? 'busy' : ''}"
        aria-haspopup="dialog"
        @click=${this.askToForget}
      >
        ${connectionText.forget()}
      </button>
      <atc-forget-dialog
        exportparts="dialog"
        .locale=${this.locale}
        ?open=${this.isForgetAsked}
        username=${this.username}
        @atc-forget-confirm=${this.forget}
        @atc-forget-cancel=${this.keep}
      ></atc-forget-dialog>
    `;
  }
}

defineElement('atc-stored-connection', AtcStoredConnection);

declare global {
  interface HTMLElementTagNameMap {
    'atc-stored-connection': AtcStoredConnection;
  }
}

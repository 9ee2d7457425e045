import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ConnectionProblem, ConnectionState, ConnectionView } from '../../core/contract/index.ts';
import { AtcElement } from '../shared/atc-element.ts';
import { defineElement } from '../shared/define-element.ts';
import { formatTime } from '../shared/format.ts';
import { icons } from '../shared/icons.ts';
import { withNames } from '../shared/isolated.ts';
import { textAndRemedy } from '../shared/text-and-remedy.ts';
import { connectionText } from '../text/connection-text.ts';
import { findingWords } from '../text/server-words.ts';
import { connectionWords } from './connection-words.ts';

const ICONS: Readonly<Record<ConnectionState, () => TemplateResult>> = {
  not_configured: icons.plug,
  connected: icons.check,
  unverified: icons.warning,
  failing: icons.cross,
};

/**
 * How the connection stands, since when, and what to do about a problem.
 *
 * @summary State line of the connection.
 */
export class AtcConnectionState extends AtcElement {
  static override styles = [
    ...AtcElement.styles,
    css`
      :host {
        --tone: var(--atc-muted);
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0 10px;
        overflow-wrap: anywhere;
      }

      :host([state='connected']) {
        --tone: var(--atc-success);
      }

      :host([state='unverified']) {
        --tone: var(--atc-warning);
      }

      :host([state='failing']) {
        --tone: var(--atc-danger);
      }

      .icon {
        margin-block-start: 2px;
        color: var(--tone);
      }

      .but {
        --tone: var(--atc-warning);
      }

      .words {
        color: var(--tone);
        font-weight: 600;
      }

      p {
        grid-column: 2;
      }

      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 0 14px;
      }
    `,
  ];

  @property({ attribute: false }) connection: ConnectionView | null = null;

  protected override willUpdate(): void {
    if (this.connection !== null) this.setAttribute('state', this.connection.state);
  }

  override render(): TemplateResult | typeof nothing {
    const { connection } = this;
    if (connection === null) return nothing;
    const { state, zone, checkedAt, problem } = connection;
    const { contacts, accounts } = connection.access;
    return html`
      ${ICONS[state]()}
      <p class="words">${withNames(connectionWords(connection))}</p>
      ${state === 'not_configured' ? html`<p class="muted">${connectionText.notConfiguredDetail()}</p>` : nothing}
      <p class="facts muted">
        ${zone === null ? nothing : html`<span>${connectionText.zone(hostOf(zone))}</span>`}
        ${contacts === 'all' && accounts === 'all' ? html`<span>${connectionText.seesAll()}</span>` : nothing}
        ${
          checkedAt === null
            ? nothing
            : html`<span>${connectionText.checked(formatTime(checkedAt, this.locale))}</span>`
        }
      </p>
      ${problem === null ? nothing : renderProblem(problem, state)}
    `;
  }
}

/** Who is connected but sees only some of the rows is warned; elsewhere the state's own icon says it. */
function renderProblem(problem: ConnectionProblem, state: ConnectionState): TemplateResult {
  return html`
    ${state === 'connected' ? html`<span class="but">${icons.warning()}</span>` : nothing}
    <p>${textAndRemedy(findingWords(problem))}</p>
  `;
}

function hostOf(zone: string): string {
  return URL.canParse(zone) ? new URL(zone).host : zone;
}

defineElement('atc-connection-state', AtcConnectionState);

declare global {
  interface HTMLElementTagNameMap {
    'atc-connection-state': AtcConnectionState;
  }
}

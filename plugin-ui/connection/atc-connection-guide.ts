import { css, html, type TemplateResult } from 'lit';
import { AtcElement } from '../shared/atc-element.ts';
import { defineElement } from '../shared/define-element.ts';
import { icons } from '../shared/icons.ts';
import { guideText } from '../text/connection-text.ts';

/** The vendor's public page of the product. */
const SIGN_UP_URL = 'https://www.datto.com/products/autotask-psa/';

/**
 * Where UserName and Password come from, with the least rights that do, and where to sign up without Autotask.
 *
 * @summary Guide to the credentials.
 */
export class AtcConnectionGuide extends AtcElement {
  static override styles = [
    ...AtcElement.styles,
    css`
      :host {
        display: grid;
        align-content: start;
        gap: 8px;
        overflow-wrap: anywhere;
      }

      h3 {
        font-size: 14px;
      }

      summary {
        min-height: 24px;
        color: var(--atc-accent);
        font-weight: 550;
        cursor: pointer;
      }

      ol {
        display: grid;
        gap: 8px;
        padding-block: 8px 4px;
        padding-inline-start: 20px;
        font-size: 13px;
      }

      ul {
        padding-block-start: 2px;
        padding-inline-start: 18px;
      }

      strong {
        display: block;
        font-weight: 600;
      }

      a .icon {
        width: 12px;
        height: 12px;
        vertical-align: -1px;
      }
    `,
  ];

  override render(): TemplateResult {
    return html`
      <h3>${guideText.heading()}</h3>
      <p class="muted">${guideText.intro()}</p>
      <details>
        <summary>${guideText.summary()}</summary>
        <ol>
          <li>
            <strong>${guideText.level()}</strong>
            ${guideText.levelPath()} ${guideText.levelRights()}
            <ul>
              <li>${guideText.rightAccess()}</li>
              <li>${guideText.rightObjects()}</li>
              <li>${guideText.rightApi()}</li>
              <li>${guideText.rightPassword()}</li>
            </ul>
            ${guideText.rightsHide()}
          </li>
          <li><strong>${guideText.user()}</strong> ${guideText.userPath()}</li>
          <li><strong>${guideText.keys()}</strong> ${guideText.keysPath()}</li>
          <li><strong>${guideText.vendor()}</strong> ${guideText.vendorPath()}</li>
          <li><strong>${guideText.save()}</strong> ${guideText.savePath()}</li>
        </ol>
        <p class="muted">${guideText.ownUser()} ${guideText.otherNames()}</p>
      </details>
      <p class="muted">
        ${guideText.noAutotask()}
        <a href=${SIGN_UP_URL} target="_blank" rel="noopener"
          >${guideText.signUp()} ${icons.external()}<span class="visually-hidden">${guideText.newTab()}</span></a
        >
      </p>
    `;
  }
}

defineElement('atc-connection-guide', AtcConnectionGuide);

declare global {
  interface HTMLElementTagNameMap {
    'atc-connection-guide': AtcConnectionGuide;
  }
}

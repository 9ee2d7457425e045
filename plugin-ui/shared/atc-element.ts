import { updateWhenLocaleChanges } from '@lit/localize';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { controls } from './controls.ts';
import { theme } from './theme.ts';

/** What every part of the page has: the theme, the controls' looks, and the locale of numbers and dates. */
export class AtcElement extends LitElement {
  static override styles = [theme, controls];

  /** BCP 47 tag for numbers and dates. */
  @property() locale = 'en';

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }
}

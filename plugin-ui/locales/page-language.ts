import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isSpoken, type Speech, speak, speechFor } from './language.ts';

/** The page, with the locale that its host wants, or none. */
export type LanguageHost = ReactiveControllerHost & HTMLElement & { readonly locale: string };

/** Follows what language and which direction of writing the page is asked for, while it is on the document. */
export class PageLanguage implements ReactiveController {
  /** For words, numbers and dates; null until the words are there. */
  locale: string | null = null;
  direction = 'ltr';

  readonly #host: LanguageHost;
  readonly #changed: () => void;
  readonly #observer = new MutationObserver(() => this.#host.requestUpdate());
  #wished: Speech | null = null;

  /** `changed` is called when the page goes over from one language to another. */
  constructor(host: LanguageHost, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(document.documentElement, { attributes: true, attributeFilter: ['lang', 'dir'] });
    this.#observer.observe(this.#host, { attributes: true, attributeFilter: ['dir'] });
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  hostUpdate(): void {
    this.direction = getComputedStyle(this.#host).direction;
    const speech = speechFor([this.#host.locale, document.documentElement.lang]);
    if (speech.locale === this.#wished?.locale) return;
    this.#wished = speech;
    if (isSpoken(speech)) this.#goOver(speech.locale);
    void this.#change(speech);
  }

  async #change(speech: Speech): Promise<void> {
    const { locale } = await speak(speech);
    if (this.#wished !== speech || this.locale === locale) return;
    this.#goOver(locale);
    this.#host.requestUpdate();
  }

  #goOver(locale: string): void {
    if (this.locale !== null && this.locale !== locale) this.#changed();
    this.locale = locale;
  }
}

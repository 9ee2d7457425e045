import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { text } from '../text.ts';
import { Modal } from './modal.ts';
import { problemWords } from './problem-words.ts';
import { Saving } from './saving.ts';

interface FormParts {
  readonly heading: string;
  readonly fields: TemplateResult;
  /** The fields' labels, by their names in the API. */
  readonly labels: Readonly<Record<string, string>>;
  readonly submit: () => Promise<void>;
  /** A field that says itself what is wrong with it. */
  readonly spokenFor?: string;
}

/** Makes an element a dialog that asks for fields and saves them. */
export class FormDialog {
  readonly saving: Saving;
  readonly #host: LitElement;
  readonly #modal: Modal;

  constructor(host: LitElement) {
    this.#host = host;
    this.#modal = new Modal(host);
    this.saving = new Saving(host);
  }

  /** Fires the event, with what the write answers unless a detail is given, and closes; false when it failed. */
  async save(
    write: () => Promise<unknown>,
    saved: { readonly event: string; readonly detail?: unknown },
  ): Promise<boolean> {
    const done = await this.saving.run(write);
    if (done === null) return false;
    this.#host.dispatchEvent(new CustomEvent(saved.event, { detail: saved.detail ?? done.result }));
    this.#modal.close();
    return true;
  }

  render({ heading, fields, labels, submit, spokenFor }: FormParts): TemplateResult {
    const { problem, isRunning } = this.saving;
    const handle = (event: SubmitEvent) => {
      event.preventDefault();
      void submit();
    };
    const isShown = problem !== null && (spokenFor === undefined || problem.field !== spokenFor);
    return this.#modal.render(
      { heading, kind: 'form' },
      html`
        <form @submit=${handle}>
          ${fields}
          ${isShown ? html`<p class="problem" role="alert">${problemWords(problem, labels)}</p>` : nothing}
          <div class="buttons">
            <button type="button" @click=${() => this.#modal.close()}>${text.cancel}</button>
            <button class="primary" type="submit" aria-disabled=${isRunning ? 'true' : nothing}>${text.save}</button>
          </div>
        </form>
      `,
    );
  }
}

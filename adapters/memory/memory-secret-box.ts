import { SecretUnreadable } from '../../core/ports/errors.ts';
import type { SecretBox } from '../../core/ports/secret-box.ts';

/** Keeps secrets as they are and gives out tickets for them. Protects nothing: for tests only. */
export class MemorySecretBox implements SecretBox {
  readonly #secrets = new Map<string, { readonly text: string; readonly context: string }>();

  seal(text: string, context: string): Promise<string> {
    const ticket = `sealed-${this.#secrets.size + 1}`;
    this.#secrets.set(ticket, { text, context });
    return Promise.resolve(ticket);
  }

  open(sealed: string, context: string): Promise<string> {
    const secret = this.#secrets.get(sealed);
    if (secret?.context === context) return Promise.resolve(secret.text);
    return Promise.reject(new SecretUnreadable('The stored secret can’t be read; it has to be entered again.'));
  }
}

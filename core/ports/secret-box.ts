/** Seals secrets for storage. */
export interface SecretBox {
  /** Seals a text so that it can only be opened with the same context (whose it is and what for). */
  seal(text: string, context: string): Promise<string>;
  /** @throws `secret_unreadable` when no key of the ring opens it, it was tampered with, or the context differs */
  open(sealed: string, context: string): Promise<string>;
}

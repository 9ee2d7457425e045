import { createHash, hkdfSync } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { SecretUnreadable } from '../../core/ports/errors.ts';
import type { SecretBox } from '../../core/ports/secret-box.ts';

const MINIMUM_KEY_LENGTH = 16;
const ALGORITHM = 'dir';
const ENCRYPTION = 'A256GCM';

export interface JoseSecretBoxOptions {
  /** The key ring, newest first: the first seals, each opens what it sealed. */
  readonly keys: readonly string[];
}

interface Key {
  /** Names the key in what it sealed, without telling anything about it. */
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** Seals secrets as compact JWE with AES-256-GCM; the context is bound in by the protected header. */
export class JoseSecretBox implements SecretBox {
  readonly #newest: Key;
  readonly #ring: ReadonlyMap<string, Key>;

  /** @throws when there is no key, or one is too short to be a secret */
  constructor({ keys }: JoseSecretBoxOptions) {
    const ring = keys.map(keyOf);
    const [newest] = ring;
    if (newest === undefined) throw new Error('The key ring is empty; secrets need at least one key.');
    this.#newest = newest;
    this.#ring = new Map(ring.map((key) => [key.id, key]));
  }

  seal(text: string, context: string): Promise<string> {
    return new CompactEncrypt(new TextEncoder().encode(text))
      .setProtectedHeader({ alg: ALGORITHM, enc: ENCRYPTION, kid: this.#newest.id, ctx: digest(context) })
      .encrypt(this.#newest.bytes);
  }

  async open(sealed: string, context: string): Promise<string> {
    try {
      const { plaintext, protectedHeader } = await compactDecrypt(sealed, ({ kid }) => this.#keyNamed(kid), {
        keyManagementAlgorithms: [ALGORITHM],
        contentEncryptionAlgorithms: [ENCRYPTION],
      });
      if (protectedHeader['ctx'] === digest(context)) return Buffer.from(plaintext).toString('utf8');
    } catch {
      // Whatever it was, nothing of it may come out: not even whether a key fitted.
    }
    throw new SecretUnreadable('The stored secret can’t be read with the keys at hand; it has to be entered again.');
  }

  #keyNamed(id: string | undefined): Uint8Array {
    const key = this.#ring.get(id ?? '');
    if (key === undefined) throw new Error('No key of the ring has the name');
    return key.bytes;
  }
}

function keyOf(text: string, index: number): Key {
  if (text.length < MINIMUM_KEY_LENGTH) {
    const place = `Key ${index + 1} of the key ring`;
    throw new Error(`${place} is too short: a key is a random text of at least ${MINIMUM_KEY_LENGTH} characters.`);
  }
  const derive = (purpose: string, length: number) =>
    new Uint8Array(hkdfSync('sha256', text, '', `autotask-contacts ${purpose}`, length));
  return { id: Buffer.from(derive('key name', 9)).toString('base64url'), bytes: derive('sealing', 32) };
}

function digest(context: string): string {
  return createHash('sha256').update(context).digest('base64url');
}

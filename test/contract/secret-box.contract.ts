import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SecretBox } from '../../core/ports/secret-box.ts';

export interface SecretBoxHarness {
  readonly secrets: SecretBox;
  dispose(): Promise<void>;
}

const CONTEXT = 'credentials:provider-1';
const SECRET = 'gr@ce-H0pper-1906';

/** What every {@link SecretBox} promises. */
export function secretBoxContract(name: string, open: () => Promise<SecretBoxHarness>): void {
  describe(`SecretBox: ${name}`, () => {
    let harness: SecretBoxHarness;
    let secrets: SecretBox;
    beforeEach(async () => {
      harness = await open();
      secrets = harness.secrets;
    });
    afterEach(() => harness.dispose());

    it.each([
      ['a password', SECRET],
      ['nothing', ''],
      ['many scripts, a byte order mark and a NUL', '\ufeff密码 🔑\0é\u0301'],
      ['a long text', 'x'.repeat(100_000)],
    ])('opens what it sealed: %s', async (_, text) => {
      expect(await secrets.open(await secrets.seal(text, CONTEXT), CONTEXT)).toBe(text);
    });

    it('shows nothing of the secret in what it seals', async () => {
      const sealed = await secrets.seal(SECRET, CONTEXT);
      expect(sealed).not.toContain(SECRET);
      expect(Buffer.from(sealed, 'base64url').toString()).not.toContain(SECRET);
    });

    it('seals the same text differently each time', async () => {
      expect(await secrets.seal(SECRET, CONTEXT)).not.toBe(await secrets.seal(SECRET, CONTEXT));
    });

    it('opens nothing with another context', async () => {
      const sealed = await secrets.seal(SECRET, CONTEXT);
      await refuses(secrets.open(sealed, 'credentials:provider-2'));
      await refuses(secrets.open(sealed, ''));
    });

    it.each([
      ['a letter changed', (sealed: string) => sealed.replace(/.(?=.{5}$)/, (letter) => (letter === 'A' ? 'B' : 'A'))],
      ['the end cut off', (sealed: string) => sealed.slice(0, -1)],
      ['something added', (sealed: string) => `${sealed}AA`],
      ['nothing left', () => ''],
      ['something else instead', () => 'not sealed at all'],
    ])('refuses what was tampered with: %s', async (_, tamper) => {
      await refuses(secrets.open(tamper(await secrets.seal(SECRET, CONTEXT)), CONTEXT));
    });
  });

  async function refuses(opening: Promise<string>): Promise<void> {
    const error: unknown = await opening.catch((refusal: unknown) => refusal);
    expect(error).toMatchObject({ code: 'secret_unreadable' });
    expect(error).not.toHaveProperty('cause');
    expect(String(error)).not.toContain(SECRET);
  }
}

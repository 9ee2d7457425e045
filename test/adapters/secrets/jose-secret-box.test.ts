import { CompactEncrypt, decodeProtectedHeader } from 'jose';
import { describe, expect, it } from 'vitest';
import { JoseSecretBox } from '../../../adapters/secrets/jose-secret-box.ts';
import { secretBoxContract } from '../../contract/secret-box.contract.ts';

const OLD = 'an old key of sufficient length';
const NEW = 'a new key of sufficient length';
const CONTEXT = 'credentials:provider-1';
const UNREADABLE = { code: 'secret_unreadable' };

secretBoxContract('jose', async () => ({
  secrets: new JoseSecretBox({ keys: [NEW, OLD] }),
  dispose: async () => undefined,
}));

describe('JoseSecretBox', () => {
  it('opens with any key of the ring and seals with the newest', async () => {
    const before = new JoseSecretBox({ keys: [OLD] });
    const rotated = new JoseSecretBox({ keys: [NEW, OLD] });
    const after = new JoseSecretBox({ keys: [NEW] });
    const old = await before.seal('secret', CONTEXT);
    expect(await rotated.open(old, CONTEXT)).toBe('secret');
    await expect(after.open(old, CONTEXT)).rejects.toMatchObject(UNREADABLE);
    expect(await after.open(await rotated.seal('secret', CONTEXT), CONTEXT)).toBe('secret');
  });

  it('opens after a restart with the same keys', async () => {
    const sealed = await new JoseSecretBox({ keys: [OLD] }).seal('secret', CONTEXT);
    expect(await new JoseSecretBox({ keys: [OLD] }).open(sealed, CONTEXT)).toBe('secret');
  });

  it('is a compact JWE whose header tells neither key nor context', async () => {
    const sealed = await new JoseSecretBox({ keys: [OLD] }).seal('secret', CONTEXT);
    const { kid, ctx, ...rest } = decodeProtectedHeader(sealed);
    expect(rest).toEqual({ alg: 'dir', enc: 'A256GCM' });
    expect(kid).toMatch(/^[\w-]{12}$/);
    expect(ctx).toMatch(/^[\w-]{43}$/);
  });

  it('opens nothing that names a key but was not sealed with it', async () => {
    const box = new JoseSecretBox({ keys: [OLD] });
    const header = decodeProtectedHeader(await box.seal('secret', CONTEXT));
    const forged = await new CompactEncrypt(new TextEncoder().encode('forged'))
      .setProtectedHeader({ ...header, alg: 'dir', enc: 'A256GCM' })
      .encrypt(new Uint8Array(32));
    await expect(box.open(forged, CONTEXT)).rejects.toMatchObject(UNREADABLE);
  });

  it('refuses an empty ring', () => {
    expect(() => new JoseSecretBox({ keys: [] })).toThrow('The key ring is empty');
  });

  it('refuses a key under 16 characters in words that do not hold it', () => {
    expect(() => new JoseSecretBox({ keys: [NEW, 'short-key-15-ch'] })).toThrow(
      /^Key 2 of the key ring is too short: a key is a random text of at least 16 characters\.$/,
    );
    expect(() => new JoseSecretBox({ keys: ['exactly-16-chars'] })).not.toThrow();
  });
});

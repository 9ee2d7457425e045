import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openKeyRing, sessionKey } from '../../../host-shim/console/key-ring.ts';
import { StartRefused } from '../../../host-shim/console/start-refused.ts';

let dataDirectory: string;
beforeEach(async () => {
  dataDirectory = await mkdtemp(path.join(tmpdir(), 'keys-'));
});
afterEach(() => rm(dataDirectory, { recursive: true }));

const open = () => openKeyRing({ secretKeys: null, dataDirectory });
const file = () => path.join(dataDirectory, 'secret.keys');

describe('key ring', () => {
  it('is made once, for this user only', async () => {
    const keys = await open();
    expect(keys).toEqual([expect.stringMatching(/^[\w-]{43}$/)]);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    expect(await open()).toEqual(keys);
    expect(await readdir(dataDirectory)).toEqual(['secret.keys']);
  });

  it('is the same for all processes that start at the same moment', async () => {
    const rings = await Promise.all(Array.from({ length: 8 }, open));
    expect(new Set(rings.map(String)).size).toBe(1);
  });

  it('reads several keys, newest first, and closes a file that others could read', async () => {
    await writeFile(file(), `${'b'.repeat(40)}\n${'a'.repeat(40)}\n`);
    await chmod(file(), 0o644);
    expect(await open()).toEqual(['b'.repeat(40), 'a'.repeat(40)]);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
  });

  it('refuses a spoilt file and leaves it alone', async () => {
    await writeFile(file(), 'short\n');
    await expect(open()).rejects.toBeInstanceOf(StartRefused);
    expect(await readFile(file(), 'utf8')).toBe('short\n');
  });

  it('comes from the environment when that has it, with no file', async () => {
    const secretKeys = ['c'.repeat(32)];
    expect(await openKeyRing({ secretKeys, dataDirectory })).toBe(secretKeys);
    expect(await readdir(dataDirectory)).toEqual([]);
  });

  it('gives each key a cookie key of its own', () => {
    expect(sessionKey('a'.repeat(32))).toHaveLength(32);
    expect(sessionKey('a'.repeat(32))).not.toEqual(sessionKey('b'.repeat(32)));
  });
});

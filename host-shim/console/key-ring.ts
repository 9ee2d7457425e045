import { hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { areKeys, splitKeys } from './configuration-values.ts';
import { StartRefused } from './start-refused.ts';

const FILE_NAME = 'secret.keys';

/** Answers the key ring, newest first; makes the key file at the first start. */
export async function openKeyRing(options: {
  readonly secretKeys: readonly string[] | null;
  readonly dataDirectory: string;
}): Promise<readonly string[]> {
  if (options.secretKeys !== null) return options.secretKeys;
  const file = path.join(options.dataDirectory, FILE_NAME);
  await makeKeyFile(file);
  const keys = splitKeys(await readFile(file, 'utf8'));
  if (!areKeys(keys)) {
    throw new StartRefused(`The key file ${file} must hold one or more keys of 32 to 512 characters, newest first.`);
  }
  await chmod(file, 0o600);
  return keys;
}

/** The key that seals session cookies; apart from every other use of the same secret. */
export function sessionKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'console session cookie', 32));
}

/** Writes beside and links, so that a second process starting now sees no file or a whole one. */
async function makeKeyFile(file: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, file);
  } catch (error) {
    if (!isExisting(error)) throw error;
  } finally {
    await rm(draft);
  }
}

function isExisting(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

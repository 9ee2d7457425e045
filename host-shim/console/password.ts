import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';

// Four times the cost of Node's own default: about 0.1 s and 32 MiB for each sign-in.
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 128 * 1024 * 1024 };
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt);
  return `scrypt$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

/** No password has this hash. */
export const NOBODYS_HASH = `scrypt$${randomBytes(16).toString('base64url')}$${randomBytes(32).toString('base64url')}`;

export async function isPasswordOf(passwordHash: string, password: string): Promise<boolean> {
  const [, salt = '', hash = ''] = passwordHash.split('$');
  const expected = Buffer.from(hash, 'base64url');
  const actual = await derive(password, Buffer.from(salt, 'base64url'));
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** Twenty letters in groups of five, without those that look alike: about 100 bits. */
export function generatePassword(): string {
  const letters = Array.from({ length: 20 }, () => LETTERS.charAt(randomInt(LETTERS.length)));
  return letters.join('').replace(/(.{5})(?=.)/g, '$1-');
}

function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, 32, COST, (error, hash) => {
      if (error) reject(error);
      else resolve(hash);
    });
  });
}

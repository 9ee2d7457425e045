import { emailKey } from '../../core/domain/email.ts';
import { imageOf } from './import-history.ts';
import type { ImportWorld } from './import-world.ts';

/** Says what is wrong with the users: doubles, and users who are not as the last change left them. */
export async function checkImportUsers({ providers, history }: ImportWorld): Promise<readonly string[]> {
  const complaints: string[] = [];
  const met = new Set<string>();
  for (const provider of providers) {
    for (const user of await provider.users()) {
      const key = emailKey(user.email);
      if (met.has(key)) complaints.push(`${key} has two users`);
      met.add(key);
      const last = history.of(provider.key.tenantId, key).at(-1)?.[1].user ?? null;
      if (imageOf(last) !== imageOf(user)) complaints.push(`${key} was changed by nobody`);
    }
  }
  return complaints;
}

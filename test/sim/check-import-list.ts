import { differencesBetween } from '../../core/domain/difference.ts';
import { emailKey } from '../../core/domain/email.ts';
import { BY_LAST_NAME } from '../support/book-builders.ts';
import type { ImportProvider } from './import-provider.ts';
import type { ImportWorld } from './import-world.ts';

/** Says what the list shows that is not so: Equal only beside a user who is the same, and a user for one contact only. */
export async function checkImportList(world: ImportWorld): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (const provider of world.providers) complaints.push(...(await falselyShown(world, provider)));
  return complaints;
}

async function falselyShown({ office, ports }: ImportWorld, provider: ImportProvider): Promise<readonly string[]> {
  const request = { filter: {}, sort: BY_LAST_NAME, limit: 500, withTotals: false };
  const { contacts } = await office.listContacts.run(provider.scope, request);
  const users = new Map((await provider.users()).map((user) => [emailKey(user.email), user]));
  const owners = new Set<string>();
  const links = new Set<string>();
  const complaints: string[] = [];
  for (const { contact, status, userId } of contacts) {
    const user = users.get(emailKey(contact.email));
    const isSame = user !== undefined && differencesBetween(contact, user, null).length === 0;
    if (status === 'equal' && !isSame) complaints.push(`contact ${contact.id} shows Equal, but is not`);
    if (status === 'modified' && (user === undefined || isSame))
      complaints.push(`contact ${contact.id} shows Modified`);
    if (userId !== null && owners.has(userId)) complaints.push(`${userId} belongs to two contacts`);
    if (userId !== null) owners.add(userId);
  }
  for (const { entry } of await ports.contactBook.withIds(
    provider.key,
    contacts.map(({ contact }) => contact.id),
  )) {
    const id = entry.link?.userId;
    if (id !== undefined && links.has(id)) complaints.push(`${id} is linked to two contacts`);
    if (id !== undefined) links.add(id);
  }
  return complaints;
}

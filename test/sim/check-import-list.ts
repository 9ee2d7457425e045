import { differencesBetween } from '../../core/domain/difference.ts';
import { emailKey } from '../../core/domain/email.ts';
import type { BookEntry } from '../../core/domain/email-group.ts';
import type { ContactId } from '../../core/domain/ids.ts';
import { BY_LAST_NAME } from '../support/book-builders.ts';
import type { ImportProvider } from './import-provider.ts';
import type { KnownOutcome } from './import-record.ts';
import type { ImportWorld } from './import-world.ts';

/** Says what the list shows that is not so: Equal only beside a user who is the same, and a user for one contact only. */
export async function checkImportList(world: ImportWorld): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (const provider of world.providers) complaints.push(...(await falselyShown(world, provider)));
  return complaints;
}

async function falselyShown(world: ImportWorld, provider: ImportProvider): Promise<readonly string[]> {
  const { office, ports } = world;
  const request = { filter: {}, sort: BY_LAST_NAME, limit: 500, withTotals: false };
  const { contacts } = await office.listContacts.run(provider.scope, request);
  const users = new Map((await provider.users()).map((user) => [emailKey(user.email), user]));
  const owners = new Set<string>();
  const links = new Set<string>();
  const complaints: string[] = [];
  const failed = stillFailed(world, provider);
  for (const { contact, status, userId } of contacts) {
    if (failed.has(contact.id) && status !== 'failed') complaints.push(`contact ${contact.id} does not show Failed`);
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

/** The contacts whose last attempt failed, if neither they nor who has their email has changed since. */
function stillFailed(
  { runs, history }: ImportWorld,
  { key, contacts, replaced }: ImportProvider,
): ReadonlySet<ContactId> {
  const last = new Map<ContactId, readonly [KnownOutcome, BookEntry]>();
  for (const { scope, outcomes, frozen } of runs.records.values()) {
    for (const [id, known] of scope.tenantId === key.tenantId ? outcomes : []) {
      const entry = frozen.get(id);
      if (entry !== undefined && known.item.outcome !== 'not_attempted') last.set(id, [known, entry]);
    }
  }
  const failed = [...last].filter(([id, [{ item, read }, { contact }]]) => {
    const email = emailKey(contact.email);
    const isChanged = history.of(key.tenantId, email).some(([at]) => at >= read[0]);
    const isKnownByNow = item.reason?.code === 'outcome_unknown' && history.of(key.tenantId, email).at(-1)?.[1].user;
    const isSame = emailKey(contacts.get(id)?.email ?? '') === email && !replaced.has(id);
    return item.outcome === 'failed' && !isChanged && !isKnownByNow && isSame;
  });
  return new Set(failed.map(([id]) => id));
}

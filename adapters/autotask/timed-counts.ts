import type { TimedCounts } from '../../core/ports/contact-source.ts';
import { AutotaskFailure } from './autotask-failure.ts';
import type { Entity } from './entity.ts';
import { type Condition, countQuery } from './query.ts';
import type { CallOptions, Reply, Session } from './session.ts';
import { wireId } from './wire.ts';

/** How many rows of each entity there are. */
export async function timedCounts(session: Session, options: CallOptions): Promise<TimedCounts> {
  const [contacts, accounts] = await Promise.all([
    countReply(session, 'Contacts', options),
    countReply(session, 'Companies', options),
  ]);
  const { databaseId } = contacts.zone;
  if (accounts.zone.databaseId !== databaseId) throw new AutotaskFailure('database_changed');
  return { contacts: countOf(contacts), accounts: countOf(accounts), databaseId, at: older(contacts.at, accounts.at) };
}

export function countReply(
  session: Session,
  entity: Entity,
  options: CallOptions,
  only: readonly Condition[] = [],
): Promise<Reply> {
  return session.call({ endpoint: entity, path: '/query/count', body: countQuery(only) }, options);
}

export function countOf({ data }: Reply): number {
  const count = wireId(data['queryCount']);
  if (count === null) throw new AutotaskFailure('bad_page', { about: 'it has no count' });
  return count;
}

/** Null as soon as one is unknown: it could be the older one. Both are ISO 8601 in UTC, so their order is that of texts. */
function older(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return null;
  return one < other ? one : other;
}

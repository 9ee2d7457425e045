import { differencesBetween } from '../../core/domain/difference.ts';
import { emailKey } from '../../core/domain/email.ts';
import type { BookEntry } from '../../core/domain/email-group.ts';
import type { ManagedUser } from '../../core/domain/managed-user.ts';
import type { UserChange } from './import-history.ts';
import { imageOf } from './import-history.ts';
import type { ImportRecordOfRun, KnownOutcome } from './import-record.ts';
import type { ImportWorld } from './import-world.ts';

type Moment = readonly [number, UserChange];

/** Says which outcomes are not true, and which users were written over who were not as planned. */
export function checkImportItems(world: ImportWorld): readonly string[] {
  return [...world.runs.records.values()].flatMap((record) => {
    const complaints = [...record.frozen.values()].flatMap((entry) => wrong(world, record, entry));
    return [...complaints, ...overwritten(world, record)].map((complaint) => `${record.id}: ${complaint}`);
  });
}

function wrong({ history }: ImportWorld, record: ImportRecordOfRun, entry: BookEntry): readonly string[] {
  const known = record.outcomes.get(entry.contact.id);
  if (known === undefined) return [`contact ${entry.contact.id} has no outcome`];
  const key = emailKey(entry.contact.email);
  const all = history.of(record.scope.tenantId, key);
  // What a worker does that was thought dead comes too late to be told.
  const own = all.filter(([moment, { by }]) => by === record.id && moment < known.moment);
  const { outcome, reason } = known.item;
  const name = `contact ${entry.contact.id} (${outcome}, ${reason?.code ?? 'no reason'})`;
  const isDone = outcome === 'created' || outcome === 'updated';
  if (isDone && !own.some(([, { kind }]) => kind === outcome)) return [`${name}: the run has not done that`];
  if (outcome === 'unchanged' && own.length > 0) return [`${name}: ${own.map(([, { kind }]) => kind).join()}`];
  if (isDone || outcome === 'unchanged') {
    const users = history.between(record.scope.tenantId, key, [record.createdAt, known.moment]);
    return users.some((user) => isInStep(user, entry)) ? [] : [`${name}: no user was ever so`];
  }
  if (own.length > 0 && !isTold(record, key, all, known)) return [`${name}: ${own[0]?.[1].kind ?? ''}, but not told`];
  return [];
}

/** Whether an item of the email says what was done, or that it is not known, or that people came in between. */
function isTold(record: ImportRecordOfRun, key: string, all: readonly Moment[], { moment }: KnownOutcome): boolean {
  const first = all.find(([, { by }]) => by === record.id)?.[0] ?? 0;
  const isTouched = all.some(([at, { by }]) => by !== record.id && at > first && at < moment);
  const honest = ['created', 'updated', 'outcome_unknown', ...(isTouched ? ['user_changed_meanwhile'] : [])];
  return [...record.frozen.values()]
    .filter(({ contact }) => emailKey(contact.email) === key)
    .map(({ contact }) => record.outcomes.get(contact.id)?.item)
    .some((item) => honest.includes(item?.reason?.code ?? item?.outcome ?? ''));
}

/** An import may only change a user, or nobody, whom its plan has seen, or who is its own work. */
function overwritten(
  { history }: ImportWorld,
  { id, scope, planned, createdAt }: ImportRecordOfRun,
): readonly string[] {
  return history.all().flatMap((change, moment) => {
    if (change.by !== id) return [];
    if (change.tenantId !== scope.tenantId) return [`it has changed a user of ${change.tenantId}`];
    const { key } = change;
    const seen = history.between(scope.tenantId, key, planned).map(imageOf);
    const own = history.of(scope.tenantId, key).filter(([at, { by }]) => by === id && at < moment);
    const [before = null] = history.between(scope.tenantId, key, [moment, moment]);
    const known = new Set([...seen, ...own.map(([, { user }]) => imageOf(user))]);
    return known.has(imageOf(before)) && moment >= createdAt ? [] : [`${key} was ${change.kind} without a look`];
  });
}

function isInStep(user: ManagedUser | null, { contact, assignment }: BookEntry): boolean {
  if (user === null || differencesBetween(contact, user, null).length > 0) return false;
  const { destinationId, packageId } = assignment;
  return user.destinations.some(
    (own) =>
      (destinationId === null || own.destinationId === destinationId) &&
      (packageId === null || own.packageId === packageId),
  );
}

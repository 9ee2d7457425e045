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
  // What the run was about to do, a person may have done just so while no worker was there.
  const isSomebodys = all.some(
    ([moment, { by }]) => by !== record.id && moment >= record.createdAt && moment < known.moment,
  );
  if (isDone && !isSomebodys && !own.some(([, { kind }]) => kind === outcome)) {
    return [`${name}: the run has not done that`];
  }
  if (outcome === 'unchanged' && own.length > 0) return [`${name}: ${own.map(([, { kind }]) => kind).join()}`];
  if (isDone || outcome === 'unchanged') {
    const span = outcome === 'unchanged' ? known.read : ([record.createdAt, known.moment] as const);
    const users = history.between(record.scope.tenantId, key, span);
    if (isDone && !isAsPreviewed(record, entry)) return [`${name}: it had other values when it was confirmed`];
    if (own.some((change) => isCrossed(all, change))) return [];
    return users.some((user) => isInStep(user, entry)) ? [] : [`${name}: no user was ever so`];
  }
  if (own.length > 0 && !isHalfDone(own, entry) && !isTold(record, key, all, known))
    return [`${name}: ${own[0]?.[1].kind ?? ''}, but not told`];
  return [];
}

/** Whether somebody changed the user between the run's last look at it and its own change. */
function isCrossed(all: readonly Moment[], [moment, { by, lookedAt }]: Moment): boolean {
  return lookedAt !== null && all.some(([at, change]) => change.by !== by && at >= lookedAt && at < moment);
}

/** Whether the run left the user short of what it wanted: what takes several calls can end between them, and fails. */
function isHalfDone(own: readonly Moment[], entry: BookEntry): boolean {
  return !isInStep(own.at(-1)?.[1].user ?? null, entry);
}

/** Whether an item of the email says what was done, or that it is not known, or what people made of it since. */
function isTold(record: ImportRecordOfRun, key: string, all: readonly Moment[], { moment }: KnownOutcome): boolean {
  const first = all.find(([, { by }]) => by === record.id)?.[0] ?? 0;
  const isTouched = all.some(([at, { by }]) => by !== record.id && at > first && at < moment);
  return [...record.frozen.values()]
    .filter(({ contact }) => emailKey(contact.email) === key)
    .map(({ contact }) => record.outcomes.get(contact.id)?.item)
    .some((item) => {
      const isHonest = item?.outcome === 'created' || item?.outcome === 'updated';
      return isHonest || item?.reason?.code === 'outcome_unknown' || (isTouched && item?.outcome === 'failed');
    });
}

/** An import may only change a user, or nobody, whom its plan has seen, or who is its own work. */
function overwritten(world: ImportWorld, record: ImportRecordOfRun): readonly string[] {
  const { history } = world;
  const { id, scope, createdAt } = record;
  const owners = [...record.frozen.values()].map(({ contact }) => ({ id: contact.id, key: emailKey(contact.email) }));
  const known = new Set(
    history
      .all()
      .slice(0, createdAt)
      .map(({ user }) => imageOf(user)),
  );
  const invented = [...record.seen].filter(([, image]) => !known.has(image));
  const changes = history.all().flatMap((change, moment) => (change.by === id ? [{ ...change, moment }] : []));
  const blind = changes.filter(({ tenantId, key, kind, moment, lookedAt }) => {
    const seen = owners.filter((owner) => owner.key === key).map((owner) => record.seen.get(owner.id) ?? '');
    if (kind === 'updated' && !isPreviewed(world, record, key, seen)) return true;
    const own = changes.filter((change) => change.key === key && change.moment < moment);
    const look = lookedAt ?? moment;
    const [before = null] = history.between(tenantId, key, [look, look]);
    return tenantId !== scope.tenantId || ![...seen, ...own.map(({ user }) => imageOf(user))].includes(imageOf(before));
  });
  return [
    ...invented.map(([contact]) => `the plan says that it has seen a user of contact ${contact} who never was so`),
    ...blind.map(({ key, kind }) => `${key} was ${kind} without a look`),
  ];
}

/** Whether the contact was imported with the values and the assignment that a person confirmed. */
function isAsPreviewed({ previewed }: ImportRecordOfRun, entry: BookEntry): boolean {
  const shown = previewed?.entries.get(entry.contact.id);
  if (previewed === null) return true;
  return shown !== undefined && valuesOf(shown) === valuesOf(entry) && isSameAssignment(shown, entry);
}

function valuesOf({ contact: { firstName, lastName, email, account } }: BookEntry): string {
  return JSON.stringify([firstName, lastName, email.trim(), account]);
}

/** What is not assigned is the user's own, and may be just what was assigned before. */
function isSameAssignment({ assignment: one }: BookEntry, { assignment: other }: BookEntry): boolean {
  const isSame = (id: string | null, otherId: string | null) => id === null || otherId === null || id === otherId;
  return isSame(one.destinationId, other.destinationId) && isSame(one.packageId, other.packageId);
}

/** Whether the person who confirmed the import has looked at a user as the plan has seen it. */
function isPreviewed(
  { history }: ImportWorld,
  { scope, previewed }: ImportRecordOfRun,
  key: string,
  seen: readonly string[],
): boolean {
  if (previewed === null) return true;
  const { moment } = previewed;
  const shown = history.between(scope.tenantId, key, [moment, moment]).map(imageOf);
  return shown.some((image) => seen.includes(image));
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

import type { Knex } from 'knex';
import type { Run } from '../../core/domain/run.ts';
import type { ClaimedRun, ItemIntent, SeenUser } from '../../core/ports/run-store.ts';
import { openItemsUpdate } from './open-items-update.ts';

const SEEN_BATCH_SIZE = 1000;

/** Marks the items of a new run with the users as they were seen; contacts that are no items are passed over. */
export async function writeSeen(
  transaction: Knex.Transaction,
  run: Pick<Run, 'tenantId' | 'id'>,
  seen: readonly SeenUser[],
): Promise<void> {
  for (let start = 0; start < seen.length; start += SEEN_BATCH_SIZE) {
    const batch = seen.slice(start, start + SEEN_BATCH_SIZE);
    const rows = batch.map(({ contactId, image }) => ({ contact_id: contactId, seen: image }));
    await openItemsUpdate(transaction, run, { seen: 'text' }, rows);
  }
}

/** Marks items that have no outcome with what is about to be done. */
export async function writeIntents(
  transaction: Knex.Transaction,
  { run }: ClaimedRun,
  intents: readonly ItemIntent[],
): Promise<void> {
  const rows = intents.map(({ contactId, intent }) => ({ contact_id: contactId, intent }));
  await openItemsUpdate(transaction, run, { intent: 'text' }, rows);
}

import type { JsonObject } from './json.ts';
import type { Caller } from './outage.ts';
import { changesOf } from './user-changes.ts';
import type { WantedUser } from './wanted-user.ts';
import { type WriteOutcome, write } from './write-outcome.ts';

/** Makes of a user, as it was read, what is wanted; what is not done ends it. Null when all of it is done. */
export async function changeUser(
  caller: Caller,
  before: JsonObject,
  wanted: WantedUser,
): Promise<Exclude<WriteOutcome, { readonly kind: 'done' }> | null> {
  for (const call of changesOf(before, wanted)) {
    const outcome = await write(caller, call);
    if (outcome.kind !== 'done') return outcome;
  }
  return null;
}

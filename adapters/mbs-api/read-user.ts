import type { UserId } from '../../core/domain/ids.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import { MbsFailure } from './mbs-failure.ts';
import type { Caller } from './outage.ts';

/**
 * A user as MBS has it now; null when there is none.
 *
 * An unknown id is answered with null, one that can't be an id with 400 (mbs.md §3.4, seen in clients).
 *
 * @throws MbsFailure
 */
export async function readUser(caller: Caller, id: UserId): Promise<JsonObject | null> {
  const data = await caller.call({ method: 'GET', path: `Users/${encodeURIComponent(id)}` }).catch((error: unknown) => {
    if (error instanceof MbsFailure && error.kind === 'refused') return null;
    throw error;
  });
  if (data === null || isJsonObject(data)) return data;
  throw new MbsFailure('not_data', { about: 'something unknown' });
}

/** The same, where it makes no difference why MBS does not tell. */
export async function readUserIfAvailable(caller: Caller, id: UserId): Promise<JsonObject | null | 'unread'> {
  try {
    return await readUser(caller, id);
  } catch (error) {
    if (error instanceof MbsFailure) return 'unread';
    throw error;
  }
}

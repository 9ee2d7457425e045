import { isJsonObject, type JsonObject } from './json.ts';
import { MbsFailure } from './mbs-failure.ts';
import type { Caller } from './outage.ts';
import { wireIdIfAny } from './wire-value.ts';

type List = 'Users' | 'Packages';

/**
 * One row of a list as MBS has it now; null when there is none.
 *
 * An unknown id is answered with null, one that can't be an id with 400 (mbs.md §3.4, seen in clients; inferred for
 * packages).
 *
 * @throws MbsFailure
 */
export async function readRow(caller: Caller, list: List, id: string): Promise<JsonObject | null> {
  const path = `${list}/${encodeURIComponent(id)}`;
  const data = await caller.call({ method: 'GET', path }).catch((error: unknown) => {
    if (error instanceof MbsFailure && error.kind === 'refused') return null;
    throw error;
  });
  if (data === null || (isJsonObject(data) && wireIdIfAny(data, 'ID') !== '')) return data;
  throw new MbsFailure('not_data', { about: 'something unknown' });
}

/** The same, where it makes no difference why MBS does not tell. */
export async function readRowIfAvailable(
  caller: Caller,
  list: List,
  id: string,
): Promise<JsonObject | null | 'unread'> {
  try {
    return await readRow(caller, list, id);
  } catch (error) {
    if (error instanceof MbsFailure) return 'unread';
    throw error;
  }
}

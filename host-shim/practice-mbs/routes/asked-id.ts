import type { Call } from '../server/call.ts';
import { Refused } from './refused.ts';

/** A malformed id is 400, an unknown one is not (mbs.md §3.4, seen in 1 client). */
export function askedUuid({ id }: Call): string {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) throw new Refused('The request is invalid.');
  return id.toLowerCase();
}

export function askedNumber({ id }: Call): number {
  if (!/^\d+$/.test(id)) throw new Refused('The request is invalid.');
  return Number(id);
}

import { looseObject, looseText, parseJson } from '../query/loose-json.ts';
import type { Call } from '../server/call.ts';
import type { PracticeCallLog } from '../server/call-log.ts';

/**
 * The call for a page that came before this one in the same walk: over the same rows, but with
 * another start. `undefined` when there was none.
 */
export function pageBefore(log: PracticeCallLog, call: Call): Call | undefined {
  const walk = walkOf(call);
  return log.lastBeside(call, (other) => other.method === call.method && walkOf(other) === walk);
}

/** What stays the same from page to page, whether a client goes by addresses or by the last id. */
function walkOf({ route, id, search, body }: Call): string {
  const query = looseObject(parseJson(search.get('search') ?? body));
  const filter = query?.get('filter');
  const rows = Array.isArray(filter) ? filter.filter((item) => !isStart(item)) : [];
  return JSON.stringify([route.replace(/\/next$/, ''), id, rows, query?.get('includefields')]);
}

function isStart(condition: unknown): boolean {
  const item = looseObject(condition);
  return /^id$/i.test(looseText(item?.get('field'))) && /^gte?$/i.test(looseText(item?.get('op')));
}

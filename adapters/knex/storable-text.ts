/** NUL and half a surrogate pair: PostgreSQL refuses both in text and JSON, and they mean nothing in a name. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** Whether every engine can keep the text as it is. */
export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text);
}

const EVERY_UNSTORABLE = /[\0\p{Surrogate}]/gu;

/** The text with what no engine can keep replaced by the sign for an unreadable character. */
export function storable(text: string): string {
  return isStorable(text) ? text : text.replace(EVERY_UNSTORABLE, '\uFFFD');
}

// As JSON writes them; a backslash that somebody typed before such letters costs a closer look, and no more.
const MAYBE_UNSTORABLE = /\\u(?:0000|d[89a-f])/u;

/** The rows as JSON, with every text of them made {@link storable}. */
export function storableJson(rows: readonly object[]): string {
  const json = JSON.stringify(rows);
  return MAYBE_UNSTORABLE.test(json) ? JSON.stringify(rows.map(storableRow)) : json;
}

/** The row with every text of it made {@link storable}. */
function storableRow(row: object): object {
  const entries = Object.entries(row).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'string' ? storable(value) : value,
  ]);
  return Object.fromEntries(entries) as object;
}

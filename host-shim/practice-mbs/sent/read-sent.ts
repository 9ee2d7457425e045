import { SentObject, sentObject } from './sent-object.ts';

export interface SentBody {
  readonly contentType: string;
  readonly text: string;
}

/** Reads JSON or a form, which the log-in documents and ASP.NET takes everywhere (mbs.md §3.1). */
export function readSent({ contentType, text }: SentBody): SentObject {
  if (contentType.startsWith('application/x-www-form-urlencoded')) return new SentObject(new URLSearchParams(text));
  return sentObject(parseJson(text)) ?? new SentObject([]);
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // ASP.NET binds what it cannot read to null, so a broken body is the same as none.
    return undefined;
  }
}

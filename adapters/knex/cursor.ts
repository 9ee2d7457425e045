import { CursorInvalid } from '../../core/ports/errors.ts';
import { isStorable } from './storable-text.ts';

/** Puts the place where a page ends into one opaque word. */
export function writeCursor(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** @throws `cursor_invalid` when it was not written with the same number of parts */
export function readCursor<Parts extends readonly string[]>(
  cursor: string,
  isExpected: (parts: readonly string[]) => parts is Parts,
): Parts {
  const parts = partsOf(cursor);
  if (parts !== null && isExpected(parts)) return parts;
  throw new CursorInvalid('after is not the next of a page of this list with the same sort.');
}

function partsOf(cursor: string): readonly string[] | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string' && isStorable(part)) ? parts : null;
  } catch {
    return null; // Not JSON at all.
  }
}

import { CursorInvalid } from '../../core/ports/errors.ts';

/** Puts the place where a page ends into one opaque word. */
export function writeMemoryCursor(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** @throws `cursor_invalid` when it does not begin with the same mark or has another number of parts */
export function readMemoryCursor(cursor: string, mark: string, length: number): readonly string[] {
  const parts = partsOf(cursor);
  if (parts.length === length && parts[0] === mark) return parts;
  throw new CursorInvalid('after is not the next of a page of this list with the same sort.');
}

function partsOf(cursor: string): readonly string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : [];
  } catch {
    return []; // Not JSON at all.
  }
}

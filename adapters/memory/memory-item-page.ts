import type { BookEntry } from '../../core/domain/email-group.ts';
import { reasonOf } from '../../core/domain/reason.ts';
import type { ItemContact, Outcome } from '../../core/domain/run.ts';
import { CursorInvalid } from '../../core/ports/errors.ts';
import type { RunItemPage } from '../../core/ports/run-store.ts';
import { readMemoryCursor, writeMemoryCursor } from './memory-cursor.ts';
import type { MemoryRunItem } from './memory-run.ts';

/** One page of a run's items, from a cursor or the beginning. */
export function memoryItemPage(
  all: readonly MemoryRunItem[],
  { outcome, after, limit }: { readonly outcome?: Outcome; readonly after?: string; readonly limit: number },
): RunItemPage {
  const start = after === undefined ? 0 : positionBehind(after);
  const items = all.filter(
    ({ position, ended }) => position > start && (outcome === undefined || ended?.outcome === outcome),
  );
  const last = items.length > limit ? items[limit - 1] : undefined;
  return {
    items: items.slice(0, limit).map(({ entry, ended }) => ({
      contactId: entry.contact.id,
      contact: frozenContact(entry),
      outcome: ended?.outcome ?? null,
      reason: ended?.code ? reasonOf(ended.code, ended.quote) : null,
    })),
    next: last ? writeMemoryCursor(['items', String(last.position)]) : null,
  };
}

function frozenContact({ contact: { firstName, lastName, email, account } }: BookEntry): ItemContact {
  return { firstName, lastName, email, account };
}

function positionBehind(after: string): number {
  const position = Number(readMemoryCursor(after, 'items', 2)[1]);
  if (Number.isInteger(position)) return position;
  throw new CursorInvalid('after is not the next of a page of this list.');
}

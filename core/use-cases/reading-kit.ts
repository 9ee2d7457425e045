import type { Credentials } from '../domain/connection.ts';
import type { BookKey } from '../domain/scope.ts';
import type { Clock } from '../ports/clock.ts';
import type { BookGeneration, BookState, ContactBook, Watermarks } from '../ports/contact-book.ts';
import type { ContactSource, SourceCounts, SourceEntity, SourceOptions } from '../ports/contact-source.ts';
import type { RefreshProgress } from './refresh-progress.ts';

/** What a refresh reads with, and into. */
export interface ReadingKit {
  readonly source: ContactSource;
  readonly contactBook: ContactBook;
  readonly clock: Clock;
  readonly key: BookKey;
  readonly state: BookState;
  readonly generation: BookGeneration;
  readonly credentials: Credentials;
  readonly options: SourceOptions;
  readonly progress: RefreshProgress;
}

/** What the book knows after a reading. */
export interface ReadingNote {
  readonly watermarks: Watermarks | null;
  readonly comparedAt: string | null;
}

// As many as calls to an entity may be in flight (autotask-api.md §5, documented).
const SHARES = 3;

// Fewer are read with fewer calls one after another.
const WORTH_PARTING = 1500;

/** What parts an entity, so that it can be read by several calls at once. */
export async function boundariesOf(
  { contactBook, key, state }: ReadingKit,
  entity: SourceEntity,
): Promise<readonly string[]> {
  return state[entity] > WORTH_PARTING ? contactBook.boundaries(key, entity, SHARES) : [];
}

/** Says what is missing of what was counted; null when nothing is. */
export function missingFrom(counted: SourceCounts, received: SourceCounts): string | null {
  const entity = (['contacts', 'accounts'] as const).find((name) => received[name] < counted[name]);
  return entity === undefined ? null : `Autotask counts ${counted[entity]} ${entity} but sent ${received[entity]}.`;
}

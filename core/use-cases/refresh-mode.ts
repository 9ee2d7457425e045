import type { TenantId } from '../domain/ids.ts';
import type { RefreshMode } from '../domain/run.ts';
import type { BookKey } from '../domain/scope.ts';
import type { StoredConnection } from '../ports/connection-store.ts';
import type { BookState, ContactBook, Watermarks } from '../ports/contact-book.ts';

/** The list that an incremental refresh builds on. */
export interface IncrementalBase {
  readonly key: BookKey;
  readonly state: BookState;
  readonly watermarks: Watermarks;
}

/**
 * What an incremental refresh can build on; null when everything has to be read: nothing is listed yet, nobody knows up to
 * when, or how the API user stands is unclear.
 */
export async function incrementalBase(
  contactBook: ContactBook,
  { tenantId, mode }: { readonly tenantId: TenantId; readonly mode: RefreshMode | null },
  stored: StoredConnection | null,
): Promise<IncrementalBase | null> {
  const { state: standing, databaseId } = stored?.connection ?? {};
  if (mode === 'full' || standing !== 'connected' || !databaseId) return null;
  const key = { tenantId, databaseId };
  const state = await contactBook.state(key);
  const { watermarks, contacts } = state;
  return watermarks === null || contacts === 0 ? null : { key, state, watermarks };
}

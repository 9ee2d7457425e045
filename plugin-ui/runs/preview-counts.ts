import type { ImportPreview } from '../../core/contract/index.ts';

/** How many of the selected contacts an import would take; the others are blocked. */
export function goingAhead({ create, update, unchanged }: ImportPreview): number {
  return create + update + unchanged;
}

export function blockedCount({ blocked }: ImportPreview): number {
  return blocked.reduce((sum, { count }) => sum + count, 0);
}
